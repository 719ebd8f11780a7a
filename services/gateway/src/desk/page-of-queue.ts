import { type CandidacyRow, readQueue } from '@guichet/database/candidacy/candidacy.read';
import type { Queue } from '@guichet/database/candidacy/queue';
import { readQueueSize } from '@guichet/database/candidacy/queue-counts.read';
import type { Together } from '@guichet/database/candidacy/together';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { readerOf } from '../candidacy/candidacy.loaders.ts';
import type { Connection } from '../connection/connection.type.ts';
import { digestOf, isInstantKey, isTextKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import type { PageWindow } from '../connection/page-arguments.ts';
import type { Context } from '../principal/request-context.ts';
import { carrying } from './read-together.ts';

/** A page as it is asked for. */
export interface AskedPage {
  readonly page: PageWindow;
  readonly isCounted: boolean;
  readonly together: Together;
}

/** One page of a queue, in one statement; its size takes a second one, asked for and cheap. */
export async function pageOfQueue(
  context: Context,
  queue: Queue,
  { page, isCounted, together }: AskedPage,
): Promise<Connection<CandidacyRow>> {
  const { campaignId, filter, order } = queue;
  const digest = digestOf({ name: `candidacies ${campaignId}`, order, filter });
  const beyond = positionOf(page, digest, order === 'LAST_NAME_ASC' ? isTextKey : isInstantKey);
  const work = await context.reading();
  const stretch = { beyond, isBackward: page.isBackward, limit: rowsToRead(page) };
  const rows = await readQueue(work.db, readerOf(work), { queue, stretch, together });
  // An empty page of a campaign that is none is no page at all.
  if (rows.length === 0) await campaignById(context).load(campaignId);
  const totalCount = isCounted ? await readQueueSize(work.db, queue) : null;
  return connectionFrom(rows, { page, digest, positionOf: (row) => row, nodeOf: carrying(together), totalCount });
}

/** The candidacy next to one in a queue, on one side; null at the end. */
export async function besideInQueue(
  context: Context,
  queue: Queue,
  { row, isBackward }: { readonly row: CandidacyRow; readonly isBackward: boolean },
): Promise<CandidacyRow | null> {
  const work = await context.reading();
  const key = queue.order === 'LAST_NAME_ASC' ? (row.dossier.identity?.lastName ?? null) : row.key;
  const stretch = { beyond: { key, id: row.id }, isBackward, limit: 1 };
  const [found] = await readQueue(work.db, readerOf(work), { queue, stretch });
  return found ?? null;
}
