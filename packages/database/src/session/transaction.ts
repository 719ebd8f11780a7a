import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import { type Answer, type Statement, send } from './batch.ts';
import { rowsThrough } from './rows-through.ts';
import { nameOf } from './statement-names.ts';

/** A transaction on a connection of its own. */
export interface Transaction {
  readonly db: Kysely<unknown>;
  /** Until it was committed or rolled back. */
  isOpen(): boolean;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Takes over a connection on which a transaction was begun; statements follow one another, and its end gives the connection back. */
export function transactionOn(client: PoolClient, role: string): Transaction {
  let isOpen = true;
  let last: Promise<unknown> = Promise.resolve();
  const sendOne = ({ text, values }: Statement): Promise<Answer> => {
    if (!isOpen) return Promise.reject(new Error('This transaction has ended'));
    const sent = last.then(async () => (await send(client, [{ text, values, name: nameOf(role, text) }]))[0] as Answer);
    last = sent.catch(() => undefined);
    return sent;
  };
  const end = async (word: 'commit' | 'rollback') => {
    await last;
    const { command } = await client.query(word);
    isOpen = false;
    client.release();
    return command;
  };
  const rollback = async () => {
    if (isOpen) await end('rollback');
  };
  const commit = async () => {
    if (!isOpen) throw new Error('This transaction has ended');
    try {
      // After a statement that failed, a commit rolls back and says so in a word.
      if ((await end('commit')) === 'ROLLBACK')
        throw new Error('A statement of this transaction had failed: nothing of it stands');
    } catch (error) {
      // Nothing of it stands, and its connection goes back to the pool.
      await rollback();
      throw error;
    }
  };
  return { db: rowsThrough(sendOne), isOpen: () => isOpen, commit, rollback };
}
