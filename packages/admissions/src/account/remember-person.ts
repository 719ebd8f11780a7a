import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** Keeps `app`'s copy of a verified address and its language: all mail but the account's own goes there, in that language; addresses it had before stay beside it. */
export async function rememberPerson({ db, hat, asOf }: Work, verified: { email: string; locale: 'fr' | 'en' }): Promise<void> {
  await sql`
    insert into app.person (account_id, email, locale, verified_at)
    values (${hat.principal}, ${verified.email}, ${verified.locale}, ${asOf.toString()})
    on conflict (account_id) do update set email = excluded.email, locale = excluded.locale,
      former_emails = case when person.email = excluded.email or person.email = any(person.former_emails) then person.former_emails
        else person.former_emails || person.email end,
      verified_at = case when person.email = excluded.email then person.verified_at else excluded.verified_at end
    where (person.email, person.locale) is distinct from (excluded.email, excluded.locale)`.execute(db);
}

/** The candidate of an account, made the first time somebody acts as one. */
export async function becomeCandidate({ db, hat }: Work): Promise<string> {
  const id = crypto.randomUUID();
  await sql`insert into app.candidate (id, account_id, is_synthetic) values (${id}, ${hat.principal}, false)
    on conflict (account_id) do nothing`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from app.candidate where account_id = ${hat.principal}`.execute(db);
  return (rows[0] as { id: string }).id;
}
