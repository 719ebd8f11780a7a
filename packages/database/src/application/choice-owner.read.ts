import { type Kysely, sql } from 'kysely';

/** The own dossier a choice belongs to, drafted or submitted; null when it is another's. */
export async function findApplicationOfChoice(db: Kysely<unknown>, choiceId: string): Promise<string | null> {
  const named = JSON.stringify([{ id: choiceId }]);
  const { rows } = await sql<{ id: string }>`
    select a.id from app.application a where a.choices @> ${named}::jsonb
    union select s.application_id from app.snapshot s where s.content -> 'choices' @> ${named}::jsonb limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
