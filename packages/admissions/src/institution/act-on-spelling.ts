import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { takeTurns } from '../take-turns.ts';

/** What every act on a spelling is given. */
export interface SpellingAct {
  /** Of any row that bears the spelling. */
  readonly freeInstitutionId: string;
  /** The institution the spelling was seen merged with; null when with none. */
  readonly expectedInstitutionId: string | null;
  readonly idempotencyKey: string;
}

/** A spelling and what is known of it. */
export interface HeldSpelling {
  readonly searchKey: string;
  readonly country: string;
  readonly institutionId: string | null;
}

/** Somebody else reconciled it meanwhile. */
export interface SpellingMoved {
  readonly reason: 'CHANGED_SINCE_PREPARED';
  readonly path: readonly string[];
}

interface Named<Input extends SpellingAct> {
  readonly operation: string;
  /** The word for the trail. */
  readonly act: string;
  readonly input: Input;
}

/**
 * One act on one spelling: once per key, refused when somebody else reconciled it since it was seen. Rows of candidates are read by
 * spelling alone and never written: no snapshot and no dossier changes.
 */
export function actOnSpelling<R, Input extends SpellingAct>(
  work: Work,
  { operation, act, input: { idempotencyKey: key, ...input } }: Named<Input>,
  perform: (spelling: HeldSpelling) => Promise<readonly R[]>,
): Promise<Outcome<R | SpellingMoved>> {
  return once<R | SpellingMoved>(work, { operation, key, input }, async () => {
    const spelling = await held(work, input.freeInstitutionId);
    if (spelling.institutionId !== input.expectedInstitutionId)
      return { refused: [{ reason: 'CHANGED_SINCE_PREPARED', path: ['expectedInstitutionId'] }] };
    const refused = await perform(spelling);
    if (refused.length > 0) return { refused };
    await tracePerson(work, act, input.freeInstitutionId);
    return { done: { freeInstitutionId: input.freeInstitutionId } };
  });
}

async function held(work: Work, id: string): Promise<HeldSpelling> {
  // One at a time per list: the table of spellings is small, and acts on it are rare.
  await takeTurns(work, 'guichet spellings');
  const { rows } = await sql<HeldSpelling>`
    select f.search_key as "searchKey", f.country, a.institution_id as "institutionId" from app.free_institution f
    left join app.institution_alias a on a.search_key = f.search_key collate "C" and a.country = f.country where f.id = ${id}`.execute(
    work.db,
  );
  const [spelling] = rows;
  if (!spelling) throw new NotFound();
  return spelling;
}

/** Remembers that a spelling is a listed institution: every dossier that bears it, past and to come, is found under that institution. */
export async function writeAlias({ db, asOf }: Work, { searchKey, country }: HeldSpelling, institutionId: string): Promise<void> {
  await sql`delete from app.spelling_dismissal where search_key = ${searchKey} and country = ${country}`.execute(db);
  await sql`insert into app.institution_alias (id, search_key, country, institution_id, at)
    values (${crypto.randomUUID()}, ${searchKey}, ${country}, ${institutionId}, ${asOf.toString()})
    on conflict (search_key, country) do update set institution_id = excluded.institution_id, at = excluded.at`.execute(db);
}
