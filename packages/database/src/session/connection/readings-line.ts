import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';
import { type Answer, isKnown, type Statement, send } from './batch.ts';

/** One reading: its scope and its statement, a transaction of their own with a Sync of their own. */
type Batch = readonly Statement[];

/** Nobody waits behind more than three others. */
const mostInOne = 4;
/** Where the pool lets wait for ever. */
const longest = 2 ** 31 - 1;

interface Waiting {
  readonly batch: Batch;
  readonly answered: PromiseWithResolvers<readonly Answer[]>;
  readonly patience: NodeJS.Timeout;
  /** Goes on where the reading was asked for, so that it is traced there. */
  readonly inItsContext: <R>(act: () => R) => R;
}

/**
 * Readings that wait for a connection of a pool. While there are connections enough each has its own; where more wait, a connection takes
 * its share of them and sends them one behind the other without waiting in between. Each is its own transaction still: its role and
 * settings die at its Sync, and an error of one is no other's. Half of a short reading is the way there and back. See decision 0045.
 */
class ReadingsLine {
  readonly #pool: Pool;
  #waiting: Waiting[] = [];
  /** Who waits for a connection, or sends on one. */
  #carriers = 0;
  #sending = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Readings for which no connection has been asked. */
  get behind(): number {
    return Math.max(0, this.#waiting.length - (this.#carriers - this.#sending));
  }

  send(batch: Batch): Promise<readonly Answer[]> {
    const answered = Promise.withResolvers<readonly Answer[]>();
    const patience = setTimeout(() => this.#refuse(waiting), this.#pool.options.connectionTimeoutMillis || longest);
    const waiting = { batch, answered, patience, inItsContext: AsyncLocalStorage.snapshot() };
    this.#waiting.push(waiting);
    this.#begin();
    return answered.promise;
  }

  /** In the words of the pool, which refuses in the same time whoever asks it for a connection. */
  #refuse(waiting: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    waiting.answered.reject(new Error('timeout exceeded when trying to connect'));
  }

  #begin(): void {
    if (this.#carriers >= this.#pool.options.max || this.behind === 0) return;
    this.#carriers += 1;
    void this.#carry().finally(() => {
      this.#carriers -= 1;
      this.#begin();
    });
  }

  /** The pool is asked for a connection each time, so that transactions have their turn. */
  async #carry(): Promise<void> {
    const newest = this.#waiting.at(-1);
    try {
      const client = await this.#pool.connect();
      this.#sending += 1;
      const ends = await Promise.all(this.#taken(this.#shareOf(client)).map((one) => sendOn(client, one)));
      this.#sending -= 1;
      // What the server is about to close is nobody's next connection.
      client.release(ends.includes('LOST'));
    } catch (error) {
      // Those who waited as long as this one did hear of it; who came later is carried by another.
      const failed = this.#taken(newest === undefined ? 0 : this.#waiting.indexOf(newest) + 1);
      for (const { answered } of failed) answered.reject(error);
    }
  }

  #taken(count: number): readonly Waiting[] {
    const taken = this.#waiting.splice(0, count);
    for (const { patience } of taken) clearTimeout(patience);
    return taken;
  }

  /** What this connection has not analysed yet goes alone: the next of the same name has to know how it went. */
  #shareOf(client: PoolClient): number {
    const even = Math.ceil(this.#waiting.length / (this.#pool.options.max - this.#sending + 1));
    const share = Math.min(even, mostInOne);
    const known = this.#waiting.slice(0, share).findIndex(({ batch }) => !isKnown(client, batch));
    return known === -1 ? share : Math.max(known, 1);
  }
}

/** Never fails: whoever asked is told. */
async function sendOn(client: PoolClient, { batch, answered, inItsContext }: Waiting): Promise<'ENDED' | 'LOST'> {
  try {
    answered.resolve(await inItsContext(() => send(client, batch)));
    return 'ENDED';
  } catch (error) {
    answered.reject(error);
    return isOfAStatement(error) ? 'ENDED' : 'LOST';
  }
}

/** A statement fails with a state of five signs; a connection with one of two classes, or with none. */
const isOfAStatement = (error: unknown) => /^(?!08|57P)[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code));

const lines = new WeakMap<Pool, ReadingsLine>();

function lineOf(pool: Pool): ReadingsLine {
  const line = lines.get(pool) ?? new ReadingsLine(pool);
  lines.set(pool, line);
  return line;
}

/** Sends a reading in one round trip, as soon as there is a connection. */
export const sendReading = (pool: Pool, batch: Batch): Promise<readonly Answer[]> => lineOf(pool).send(batch);

/** Readings that wait behind those a pool knows of. */
export const readingsBehind = (pool: Pool): number => lines.get(pool)?.behind ?? 0;
