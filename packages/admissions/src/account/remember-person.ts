import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Keeps `app`'s copy of a verified address: all mail but the account's own goes there. */
export async function rememberPerson({ db, hat, asOf }: Work, verified: { email: string; locale: 'fr' | 'en' }): Promise<void> {
  await sql`
    insert into app.person (account_id, email, locale, verified_at)
    values (${hat.principal}, ${verified.email}, ${verified.locale}, ${asOf.toString()})
    on conflict (account_id) do update set email = excluded.email, verified_at = excluded.verified_at
    where person.email <> excluded.email`.execute(db);
}

/** The candidate of an account, made the first time somebody acts as one. */
export async function becomeCandidate({ db, hat }: Work): Promise<string> {
  const id = crypto.randomUUID();
  await sql`insert into app.candidate (id, account_id, is_synthetic) values (${id}, ${hat.principal}, false)
    on conflict (account_id) do nothing`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from app.candidate where account_id = ${hat.principal}`.execute(db);
  return (rows[0] as { id: string }).id;
}
