/** Another transaction changed what this one had read: nothing of it stands, and it may be tried again at once. */
export class LostToAnother extends Error {
  override readonly name = 'Refusal';
  readonly code = 'CONFLICT_RETRY';
  constructor() {
    super('Lost to another transaction');
  }
}

/** Turns the database's refusal of a key that another transaction has just taken or let go into a loss to that one. */
export const lostOn =
  (sqlState: '23503' | '23505') =>
  (error: unknown): never => {
    throw (error as { code?: string }).code === sqlState ? new LostToAnother() : error;
  };
