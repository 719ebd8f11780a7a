import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Notes that the acting key was used, at most once a minute. */
export async function noteKeyUse({ db, hat, asOf }: Work): Promise<void> {
  const at = asOf.toString();
  await sql`insert into app.api_key_use (school_id, key_id, at) values (${hat.school}, ${hat.principal}, ${at})
    on conflict (school_id, key_id) do update set at = excluded.at
    where api_key_use.at <= excluded.at - interval '1 minute'`.execute(db);
}
