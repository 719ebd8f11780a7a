/** Another transaction changed what this one had read: nothing of it stands, and it may be tried again at once. */
export class LostToAnother extends Error {
  override readonly name = 'Refusal';
  readonly code = 'CONFLICT_RETRY';
  constructor() {
    super('Lost to another transaction');
  }
}
