import { assignReaders } from '@guichet/admissions/assignment/assign-readers';
import { setReaderProfile } from '@guichet/admissions/assignment/set-reader-profile';
import { schoolHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/**
 * Gives the reviewers of each school their profiles and their first dossiers, as its officers would and by the same acts: the longest
 * waiting, every other one masked.
 */
export async function assignReadings(binding: Binding, campaignId: string, schoolIds: readonly string[]): Promise<void> {
  for (const schoolId of schoolIds) {
    await inWork(binding, schoolHat(systemPrincipal, schoolId, ['OFFICER']), async (work) => {
      const readerIds = await reviewersOf(work);
      if (readerIds.length === 0) return;
      const { candidacyIds, specialismIds } = await longestWaiting(work, campaignId);
      for (const readerId of readerIds) await profiled(work, readerId, specialismIds);
      for (const isMasked of [false, true]) {
        const every = candidacyIds.filter((_, place) => (place % 2 === 1) === isMasked);
        if (every.length > 0) await assigned(work, { candidacyIds: every, readerIds, isMasked });
      }
    });
  }
}

/** Enough for a page to show, few enough to read through. */
const dossiersAReviewer = 12;
const largestLoad = 40;

/** Whoever only reads: a mask is none for others. */
async function reviewersOf({ db, hat }: Work): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from app.membership
    where school_id = ${hat.school} and functions = array['REVIEWER'] and ended_at is null order by display_name, id`.execute(db);
  return rows.map(({ id }) => id);
}

async function longestWaiting({ db, hat }: Work, campaignId: string) {
  const { rows } = await sql<{ id: string; specialismIds: readonly string[] }>`
    select c.id, array(select d.specialism_id::text from app.dossier_specialism d
      where d.school_id = c.school_id and d.candidacy_id = c.id and d.number = c.dossier_number) as "specialismIds"
    from app.candidacy c where c.school_id = ${hat.school} and c.campaign_id = ${campaignId} and c.state = 'RECEIVED'
    order by c.received_at, c.id limit ${dossiersAReviewer}`.execute(db);
  const specialismIds = [...new Set(rows.flatMap((row) => row.specialismIds))].toSorted();
  return { candidacyIds: rows.map(({ id }) => id), specialismIds };
}

async function profiled(work: Work, readerId: string, specialismIds: readonly string[]): Promise<void> {
  const profile = { readerId, specialismIds, largestLoad, expectedVersion: 0, idempotencyKey: crypto.randomUUID() };
  const outcome = await setReaderProfile(work, profile);
  if ('refused' in outcome) throw new Error(`The profile of a demonstration reader was refused: ${JSON.stringify(outcome)}`);
}

async function assigned(work: Work, given: Omit<Parameters<typeof assignReaders>[1], 'idempotencyKey'>): Promise<void> {
  const outcome = await assignReaders(work, { ...given, idempotencyKey: crypto.randomUUID() });
  if ('refused' in outcome) throw new Error(`The demonstration’s assignments were refused: ${JSON.stringify(outcome)}`);
}
