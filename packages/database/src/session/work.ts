import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import type { Binding } from './binding.ts';
import { send } from './connection/batch.ts';
import { poolOf } from './connection/pool-of.ts';
import { nameOf } from './connection/statement-names.ts';
import { type Transaction, transactionOn } from './connection/transaction.ts';
import type { Hat } from './hat.ts';
import type { Reading } from './reading.ts';
import { scopeOf } from './scope.ts';

export type { Binding } from './binding.ts';

/** One transaction bound to one principal: what every use-case receives. */
export interface Work extends Reading {
  /** Plain rows for reads and set-based writes, in the same transaction, under the same role. */
  readonly db: Kysely<unknown>;
  /** The database's clock at receipt, before any lock: waiting makes nothing late. */
  readonly asOf: Temporal.Instant;
  /** Seals a link that waits to be mailed; see `sealed-link.ts`. */
  readonly linkKey: Buffer;
}

export interface OpenWork extends Work, Pick<Transaction, 'isOpen' | 'commit' | 'rollback'> {}

const clock = { name: 'clock', text: 'select app.clock()::text as at', values: [] };

/**
 * Opens the transaction of one request: role and sealed settings live and die with it. Never shared, never switched. A snapshot
 * reads everything as it stood at its first statement. Beginning, binding and the clock are one round trip.
 */
export async function beginWork(
  { orm, sealKey, linkKey }: Binding,
  hat: Hat,
  { readOnly = false, isSnapshot = false, network = '' } = {},
): Promise<OpenWork> {
  const client = await (await poolOf(orm)).connect();
  const begin = { text: beginning(readOnly, isSnapshot), values: [] };
  try {
    const answers = await send(client, [begin, scopeOf(sealKey, hat, network), clock]);
    const asOf = Temporal.Instant.from(String(answers[2]?.rows[0]?.['at']));
    return { ...transactionOn(client, isSnapshot ? unnamed : (text) => nameOf(hat.role, text)), asOf, hat, linkKey };
  } catch (error) {
    await abandoned(client);
    throw error;
  }
}

/**
 * A snapshot lasts, and may write as it reads. A plan kept from when a table was empty reads all of it for each row, and nothing tells the
 * connection that the table has grown until its own transaction is over: without a name each statement is planned for what there is.
 */
const unnamed = () => undefined;

const beginning = (readOnly: boolean, isSnapshot: boolean) =>
  `begin${isSnapshot ? ' isolation level repeatable read' : ''}${readOnly ? ' read only' : ''}`;

async function abandoned(client: PoolClient): Promise<void> {
  await client.query('rollback');
  client.release();
}

/** A whole piece of work: committed when it returns, rolled back when it throws. */
export async function inWork<T>(binding: Binding, hat: Hat, act: (work: Work) => Promise<T>): Promise<T> {
  const work = await beginWork(binding, hat);
  try {
    const outcome = await act(work);
    await work.commit();
    return outcome;
  } catch (error) {
    await work.rollback();
    throw error;
  }
}
