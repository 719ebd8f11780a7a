import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { isAlone } from '../clock/alone.ts';

/** Ends what is past its thirty minutes, each with its line in the trail, and says how many that were. */
export async function endBreakGlasses(binding: Binding): Promise<number> {
  return inWork(binding, systemHat('app_jobs'), async (work) => {
    if (!(await isAlone(work, 'end-break-glasses'))) return 0;
    const { db, hat, asOf } = work;
    const now = asOf.toString();
    const { rows } = await sql<{ ended: number }>`
      with over as (update app.break_glass set ended_at = ${now} where ended_at is null and ends_at <= ${now} returning id),
        traced as (insert into app.audit_person (id, principal_id, hat, act, object_id, at)
          select gen_random_uuid(), ${hat.principal}, 'consortium', 'BREAK_GLASS_ENDED', id, ${now} from over)
      select count(*)::int as ended from over`.execute(db);
    return rows[0]?.ended ?? 0;
  });
}
