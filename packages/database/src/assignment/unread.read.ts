import type { UnreadCandidacy } from '@guichet/domain/assignment/propose-assignments';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { pageOf, type Queue } from '../candidacy/queue.ts';
import { everyRow } from '../export/queue-size.read.ts';
import { mayRead, withdrawnStates } from './reader.read.ts';

/** The longest waiting of a queue for a further reader, or those named. */
type Which =
  | { readonly queue: Queue; readonly readersEach: number; readonly limit: number }
  | { readonly ids: readonly string[] };

const readersOf = (selected: RawBuilder<unknown>) => sql`(select ${selected} from app.assignment a
  join app.membership m on m.school_id = a.school_id and m.account_id = a.reader_id
  where a.school_id = c.school_id and a.candidacy_id = c.id and a.ended_at is null and ${mayRead})`;

/** Whoever has all their readers, or was withdrawn, waits for none: however many they are, they take nobody's place. */
const waiting = ({ queue, readersEach, limit }: Exclude<Which, { ids: readonly string[] }>) => sql`
  select p.id from (${pageOf(queue, everyRow)}) p join app.candidacy c on c.school_id = ${queue.schoolId} and c.id = p.id
  where c.state not in ${withdrawnStates} and ${readersOf(sql`count(*)`)} < ${readersEach} order by p.key, p.id limit ${limit}`;

/** Candidacies of a campaign by arrival, with the first specialism asked for and who reads them; the withdrawn left out. */
export async function readUnread(
  db: Kysely<unknown>,
  { schoolId, campaignId }: { readonly schoolId: string; readonly campaignId: string },
  which: Which,
): Promise<UnreadCandidacy[]> {
  const page =
    'ids' in which
      ? sql`select id from app.candidacy where school_id = ${schoolId} and id = any(${which.ids}::uuid[])`
      : waiting(which);
  const { rows } = await sql<UnreadCandidacy>`
    select c.id,
      (select d.specialism_id from app.dossier_specialism d where d.school_id = c.school_id and d.candidacy_id = c.id
        and d.number = c.dossier_number order by d.position limit 1) as "firstSpecialismId",
      ${readersOf(sql`coalesce(json_agg(m.id), '[]')`)} as "readerIds"
    from (${page}) p join app.candidacy c on c.school_id = ${schoolId} and c.id = p.id
    where c.campaign_id = ${campaignId} and c.state not in ${withdrawnStates}
    order by c.received_at, c.id`.execute(db);
  return rows;
}
