import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { code, type Fault, faultsOfAnswers, line } from '@guichet/domain/application/field-checks';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { lostOn } from '../lost-to-another.ts';
import { type Outcome, once } from '../once.ts';

/** A specialism of the shared list as it is to be; notices frozen before keep what they said. */
export interface SpecialismSheet {
  readonly code: string;
  readonly name: { readonly fr: string; readonly en: string | null };
  /** Codes of national mentions. */
  readonly admittedMentions: readonly string[];
}

export interface SaveSpecialismInput extends SpecialismSheet {
  /** Null: a new one. */
  readonly specialismId: string | null;
  /** 0 for a new one. */
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

export type SpecialismObjection =
  | Fault
  | { readonly reason: 'STALE_VERSION'; readonly currentVersion: number }
  | { readonly reason: 'ALREADY_EXISTS' | 'NAMED_TWICE'; readonly path: readonly string[] };

/** Adds a specialism to the list every campaign shares, or changes one. */
export const saveSpecialism = (work: Work, { idempotencyKey: key, ...input }: SaveSpecialismInput) =>
  once<SpecialismObjection>(work, { operation: 'saveSpecialism', key, input: JSON.parse(JSON.stringify(input)) }, () =>
    perform(work, {
      ...input,
      name: { fr: normalText(input.name.fr), en: input.name.en === null ? null : normalText(input.name.en) },
    }),
  );

type Sheet = Omit<SaveSpecialismInput, 'idempotencyKey'>;

async function perform(work: Work, sheet: Sheet): Promise<Outcome<SpecialismObjection>> {
  const { specialismId, expectedVersion } = sheet;
  const standing = await standingVersion(work, specialismId);
  if (standing !== expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: standing }] };
  const refused = [...faultsOf(sheet), ...(await unknownMentions(work, sheet)), ...(await taken(work, sheet))];
  if (refused.length > 0) return { refused };
  const id = specialismId ?? crypto.randomUUID();
  await write(work, id, sheet);
  await tracePerson(work, 'SPECIALISM_SAVED', id);
  return { done: { specialismId: id } };
}

async function standingVersion({ db }: Work, id: string | null): Promise<number> {
  if (id === null) return 0;
  const { rows } = await sql<{ version: number }>`select version from app.specialism where id = ${id} for no key update`.execute(
    db,
  );
  if (!rows[0]) throw new NotFound();
  return rows[0].version;
}

function faultsOf({ code: given, name, admittedMentions }: Sheet): SpecialismObjection[] {
  const isTwice = (mention: string, index: number) => admittedMentions.indexOf(mention) < index;
  return [
    ...faultsOfAnswers({ code: given }, { code }, []),
    ...faultsOfAnswers(name, { fr: line(200), en: line(200) }, ['name']),
    ...admittedMentions.flatMap((mention, index): SpecialismObjection[] =>
      isTwice(mention, index) ? [{ reason: 'NAMED_TWICE', path: ['admittedMentions', String(index)] }] : [],
    ),
  ];
}

async function unknownMentions({ db }: Work, { admittedMentions }: Sheet): Promise<SpecialismObjection[]> {
  const { rows } = await sql<{
    code: string;
  }>`select code from app.mention where code = any(${admittedMentions}::text[])`.execute(db);
  const known = new Set(rows.map((row) => row.code));
  return admittedMentions.flatMap((mention, index): SpecialismObjection[] =>
    known.has(mention) ? [] : [{ reason: 'UNKNOWN_VALUE', path: ['admittedMentions', String(index)] }],
  );
}

async function taken({ db }: Work, { code: given, specialismId }: Sheet): Promise<SpecialismObjection[]> {
  const { rows } =
    await sql`select from app.specialism where code = ${given} and id is distinct from ${specialismId}::uuid`.execute(db);
  return rows.length > 0 ? [{ reason: 'ALREADY_EXISTS', path: ['code'] }] : [];
}

async function write({ db }: Work, id: string, { code: given, name, admittedMentions }: Sheet) {
  await sql`
    insert into app.specialism as s (id, code, name_fr, name_en, admitted_mentions, version)
    values (${id}, ${given}, ${name.fr}, ${name.en}, ${admittedMentions}::text[], 1)
    on conflict (id) do update set code = excluded.code, name_fr = excluded.name_fr, name_en = excluded.name_en,
      admitted_mentions = excluded.admitted_mentions, version = s.version + 1`
    .execute(db)
    .catch(lostOn('23505'));
}
