import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import type { Hat } from './hat.ts';
import type { Orm } from './orm.ts';
import { sealedSession } from './seal.ts';

/** One transaction bound to one principal: what every use-case receives. */
export interface Work {
  readonly em: EntityManager;
  /** Plain rows for reads and set-based writes, in the same transaction, under the same role. */
  readonly db: Kysely<unknown>;
  /** The database's clock at receipt, before any lock: waiting makes nothing late. */
  readonly asOf: Temporal.Instant;
  readonly hat: Hat;
  /** Seals a link that waits to be mailed; see `sealed-link.ts`. */
  readonly linkKey: Buffer;
}

export interface OpenWork extends Work {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export interface Binding {
  readonly orm: Orm;
  /** Key of the seal, derived from the platform's secret; the database believes no settings without it. */
  readonly sealKey: Buffer;
  /** Key of links waiting to be mailed; derived from the platform's secret, and nowhere in the database. */
  readonly linkKey: Buffer;
}

/**
 * Opens the transaction of one request: role and sealed settings live and die with it. Never shared, never switched. A snapshot
 * reads everything as it stood at its first statement.
 */
export async function beginWork(
  { orm, sealKey, linkKey }: Binding,
  hat: Hat,
  { readOnly = false, isSnapshot = false, network = '' } = {},
): Promise<OpenWork> {
  const em = orm.em.fork();
  await em.begin({ readOnly, ...(isSnapshot ? { isolationLevel: IsolationLevel.REPEATABLE_READ } : {}) });
  try {
    const db = em.getKysely<unknown>();
    const { role, variables } = sealedSession(sealKey, hat);
    // Not sealed: it decides nothing, and the trail's own default reads it.
    await bind({ em, db }, { role, variables: { ...variables, 'app.network': network } });
    const { rows } = await sql<{ at: string }>`select app.clock()::text as at`.execute(db);
    const asOf = Temporal.Instant.from((rows[0] as { at: string }).at);
    return { em, db, asOf, hat, linkKey, commit: () => committed(em), rollback: () => em.rollback() };
  } catch (error) {
    await em.rollback();
    throw error;
  }
}

/** A commit that fails is rolled back: nothing stands of it, and its connection goes back to the pool. */
async function committed(em: EntityManager): Promise<void> {
  try {
    await em.commit();
  } catch (error) {
    if (em.isInTransaction()) await em.rollback();
    throw error;
  }
}

/** The identity map hands the first principal's rows to a second without asking the database. */
const bound = new WeakSet<EntityManager>();

/**
 * Role and settings as bound parameters of one statement, local to the transaction. The ORM's own session would write them as
 * literals into several. See decision 0004.
 * Once only: an EntityManager serves one principal.
 */
export async function bind(
  { em, db }: Pick<Work, 'em' | 'db'>,
  { role, variables }: { readonly role: string; readonly variables: Readonly<Record<string, string>> },
): Promise<void> {
  if (bound.has(em)) throw new Error('This EntityManager is bound to a principal already');
  bound.add(em);
  const settings = Object.entries(variables).map(([name, value]) => sql`set_config(${name}, ${value}, true)`);
  await sql`select set_config('role', ${role}, true), ${sql.join(settings)}`.execute(db);
}

/** A whole piece of work: committed when it returns, rolled back when it throws. */
export async function inWork<T>(binding: Binding, hat: Hat, act: (work: Work) => Promise<T>): Promise<T> {
  const work = await beginWork(binding, hat);
  try {
    const outcome = await act(work);
    await work.commit();
    return outcome;
  } catch (error) {
    if (work.em.isInTransaction()) await work.rollback();
    throw error;
  }
}
