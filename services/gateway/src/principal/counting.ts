import { positionNow, type Replica } from '@guichet/database/session/replica';
import { beginWork, type OpenWork } from '@guichet/database/session/work';

/** Longer than this nobody waits for a count: the primary is asked instead. */
const patienceMs = 300;

/**
 * The same hat on the copy, once it holds all that stood when this was asked; null when it does not. Nothing is written there, and nothing
 * a count is made of is older than the question.
 */
export async function beginCounting(replica: Replica, { db, hat }: OpenWork): Promise<OpenWork | null> {
  const copy = await replica.upTo(await positionNow(db), patienceMs);
  return copy === null ? null : beginWork(copy, hat, { readOnly: true });
}
