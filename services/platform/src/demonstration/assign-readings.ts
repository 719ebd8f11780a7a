import { schoolHat, systemPrincipal } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Gives the reviewers of each school their first dossiers to read, as its officers would: the longest waiting, every other one masked. */
export async function assignReadings(binding: Binding, campaignId: string, schoolIds: readonly string[]): Promise<void> {
  for (const schoolId of schoolIds) {
    await inWork(binding, schoolHat(systemPrincipal, schoolId, ['OFFICER']), ({ db, hat }) =>
      sql`
        insert into app.assignment (school_id, candidacy_id, reader_id, is_masked, assigner_id)
        select c.school_id, c.id, m.account_id, c.place % 2 = 0, ${hat.principal}::uuid
        from app.membership m, lateral (
          select school_id, id, row_number() over (order by received_at, id) as place from app.candidacy
          where school_id = ${schoolId} and campaign_id = ${campaignId} and state = 'RECEIVED'
          order by received_at, id limit ${dossiersAReviewer}) c
        where m.school_id = ${schoolId} and m.functions = array['REVIEWER']`.execute(db),
    );
  }
}

/** Enough for a page to show, few enough to read through. */
const dossiersAReviewer = 12;
