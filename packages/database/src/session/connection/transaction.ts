import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import { type Answer, type Statement, send } from './batch.ts';
import { rowsThrough } from './rows-through.ts';

/** A transaction on a connection of its own. */
export interface Transaction {
  /** Statements asked for at once, without waiting for one another, are sent in one round trip, in their order. */
  readonly db: Kysely<unknown>;
  /** Until it was committed or rolled back. */
  isOpen(): boolean;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Takes over a connection on which a transaction was begun; its end gives the connection back. Statements go under the names told. */
export function transactionOn(client: PoolClient, nameOf: (text: string) => string | undefined): Transaction {
  const line = waitingLine(client);
  let isOpen = true;
  const sendOne = ({ text, values }: Statement): Promise<Answer> =>
    isOpen ? line.send({ text, values, name: nameOf(text) }) : Promise.reject(new Error('This transaction has ended'));
  const end = async (word: 'commit' | 'rollback') => {
    await line.isEmpty();
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

interface Waiting {
  readonly statement: Statement;
  readonly answered: PromiseWithResolvers<Answer>;
}

/** Statements of one connection: those that come while it is busy, or in the same moment, go together. */
function waitingLine(client: PoolClient) {
  let waiting: Waiting[] = [];
  let sending: Promise<void> | null = null;
  const sendAll = async () => {
    while (waiting.length > 0) {
      const going = waiting;
      waiting = [];
      await sendTogether(client, going);
    }
    sending = null;
  };
  return {
    send: (statement: Statement): Promise<Answer> => {
      const answered = Promise.withResolvers<Answer>();
      waiting.push({ statement, answered });
      // Whoever asks in the same moment has asked before this runs.
      sending ??= new Promise<void>((resolve) => process.nextTick(resolve)).then(sendAll);
      return answered.promise;
    },
    /** Waits for all that was asked for; whoever ends a transaction asks for nothing after. */
    isEmpty: () => sending ?? Promise.resolve(),
  };
}

/** The first that fails ends those behind it. They are told a moment later: whoever waits for all of them hears of the cause first, in its own words. */
async function sendTogether(client: PoolClient, going: readonly Waiting[]): Promise<void> {
  const statements = going.map(({ statement }) => statement);
  let answers = 0;
  try {
    await send(client, statements, (answer) => going[answers++]?.answered.resolve(answer));
  } catch (error) {
    const [failed, ...skipped] = going.slice(answers);
    failed?.answered.reject(error);
    if (skipped.length > 0) await new Promise((resolve) => void setImmediate(resolve));
    for (const { answered } of skipped) answered.reject(error);
  }
}
