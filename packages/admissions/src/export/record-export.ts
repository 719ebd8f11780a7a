import type { Work } from '@guichet/database/session/work';
import { highestOf } from '@guichet/domain/account/school-function';
import { sql } from 'kysely';

/** Each candidacy whose content goes into a file is read by whoever asked for it: the candidate sees it, and the school's trail. */
export async function recordExport({ db, hat, asOf }: Work, candidacyIds: readonly string[]): Promise<void> {
  const reader = highestOf(hat.functions) ?? 'API_KEY';
  await sql`
    insert into app.opening (school_id, candidacy_id, reader_id, id, function, means, at)
    select ${hat.school}::uuid, k.id, ${hat.principal}::uuid, gen_random_uuid(), ${reader}, 'EXPORT', ${asOf.toString()}::timestamptz
    from unnest(${candidacyIds}::uuid[]) k (id)`.execute(db);
  await sql`
    insert into app.audit (school_id, id, actor_id, act, object_id, at, purpose)
    select ${hat.school}::uuid, gen_random_uuid(), ${hat.principal}::uuid, 'CANDIDACY_EXPORTED', k.id, ${asOf.toString()}::timestamptz, 'EXPORT'
    from unnest(${candidacyIds}::uuid[]) k (id)`.execute(db);
}
