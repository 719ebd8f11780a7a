import type { Pool } from 'pg';
import { type Asked, type DraftRow, decided } from './decided.ts';
import { draft } from './draft.sql.ts';
import { sealAs } from './scope.ts';
import { stepsOf } from './steps.sql.ts';
import type { Who } from './who.ts';

/** Whatever sends one named statement. */
export interface Asking {
  query(statement: {
    readonly name: string;
    readonly text: string;
    readonly values: unknown[];
  }): Promise<{ readonly rows: readonly unknown[] }>;
}

/** A submission as one writes it by hand inside a transaction: the draft is read, and a statement a table writes what was decided. */
export async function submittedOn(client: Asking, who: Who, asked: Asked): Promise<object> {
  const { rows } = await client.query({ name: 'draft', text: draft, values: [who.candidate, asked.applicationId] });
  const made = decided(rows[0] as DraftRow | undefined, who.account, asked);
  const { name = '', text, values } = sealAs(who);
  await client.query({ name, text, values: [...values] });
  for (const step of stepsOf(made)) await client.query(step);
  return made.answer;
}

/** The same on a connection of its own. */
export async function submitted(pool: Pool, who: Who, asked: Asked): Promise<object> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answer = await submittedOn(client, who, asked);
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
