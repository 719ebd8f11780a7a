import { Client } from 'pg';

/** What was answered, and the text of every statement this process sent to PostgreSQL meanwhile, on whichever connection. */
export interface Counted<T> {
  readonly answer: T;
  readonly statements: readonly string[];
}

type Query = (this: Client, ...given: unknown[]) => unknown;

/** Counts at the last place where a statement is still one: the driver's own client, below every pool and library. */
export async function countStatements<T>(act: () => Promise<T>): Promise<Counted<T>> {
  const statements: string[] = [];
  const driver = Client.prototype as unknown as { query: Query };
  const send = driver.query;
  driver.query = function count(this: Client, ...given: unknown[]) {
    statements.push(textOf(given[0]));
    return send.apply(this, given);
  };
  try {
    return { answer: await act(), statements };
  } finally {
    driver.query = send;
  }
}

const textOf = (statement: unknown) =>
  typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? '?');
