import type { UnreadCandidacy } from '@guichet/domain/assignment/propose-assignments';
import { type Kysely, sql } from 'kysely';
import { pageOf, type Queue } from '../candidacy/queue.ts';
import { mayRead, withdrawnStates } from './reader.read.ts';

type Which = { readonly queue: Queue; readonly limit: number } | { readonly ids: readonly string[] };

/** Candidacies of a campaign by arrival, with the first specialism asked for and who reads them; the withdrawn left out. */
export async function readUnread(
  db: Kysely<unknown>,
  { schoolId, campaignId }: { readonly schoolId: string; readonly campaignId: string },
  which: Which,
): Promise<UnreadCandidacy[]> {
  const page =
    'ids' in which
      ? sql`select id from app.candidacy where school_id = ${schoolId} and id = any(${which.ids}::uuid[])`
      : pageOf(which.queue, { beyond: null, isBackward: false, limit: which.limit });
  const { rows } = await sql<UnreadCandidacy>`
    select c.id,
      (select d.specialism_id from app.dossier_specialism d where d.school_id = c.school_id and d.candidacy_id = c.id
        and d.number = c.dossier_number order by d.position limit 1) as "firstSpecialismId",
      (select coalesce(json_agg(m.id), '[]') from app.assignment a
        join app.membership m on m.school_id = a.school_id and m.account_id = a.reader_id
        where a.school_id = c.school_id and a.candidacy_id = c.id and a.ended_at is null and ${mayRead}) as "readerIds"
    from (${page}) p join app.candidacy c on c.school_id = ${schoolId} and c.id = p.id
    where c.campaign_id = ${campaignId} and c.state not in ${withdrawnStates}
    order by c.received_at, c.id`.execute(db);
  return rows;
}
