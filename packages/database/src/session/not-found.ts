/** A row that is absent, or another tenant's: the two are one and the same answer. */
export class NotFound extends Error {
  override readonly name = 'Refusal';
  readonly code = 'NOT_FOUND';
  constructor() {
    super('Not found');
  }
}
