import type { Work } from '@guichet/database/session/work';
import { type Fault, faultsOfAnswers, line, country as twoLetters } from '@guichet/domain/application/field-checks';
import { normalName, searchKey } from '@guichet/domain/candidate/person-name';
import { sql } from 'kysely';
import type { Outcome } from '../once.ts';
import { actOnSpelling, type SpellingAct, type SpellingMoved, writeAlias } from './act-on-spelling.ts';

/** A further institution of the list, made from a spelling. */
export interface AddInstitutionInput extends SpellingAct {
  readonly name: { readonly fr: string; readonly en: string | null };
  readonly acronym: string | null;
  readonly city: string;
  readonly country: string;
}

export type AdditionObjection = SpellingMoved | Fault;

const checks = { fr: line(200), en: line(200), acronym: line(40), city: line(100), country: twoLetters };

/** Adds an institution to the list everybody chooses from (ajouter), under a number of ours, and merges the spelling with it. */
export const addInstitution = (work: Work, input: AddInstitutionInput): Promise<Outcome<AdditionObjection>> =>
  actOnSpelling<AdditionObjection, AddInstitutionInput>(
    work,
    { operation: 'addInstitution', act: 'SPELLING_ADDED', input },
    async (spelling) => {
      const sheet = tidy(input);
      const refused = [...faultsOfAnswers(sheet, checks, []).map(placed), ...(await unknownCountry(work, sheet.country))];
      if (refused.length === 0) await writeAlias(work, spelling, await insert(work, sheet));
      return refused;
    },
  );

interface Sheet {
  readonly fr: string;
  readonly en: string | null;
  readonly acronym: string | null;
  readonly city: string;
  readonly country: string;
}

const tidy = ({ name, acronym, city, country }: AddInstitutionInput): Sheet => ({
  fr: normalName(name.fr),
  en: name.en === null ? null : normalName(name.en),
  acronym: acronym === null ? null : normalName(acronym),
  city: normalName(city),
  country,
});

/** Both languages stand under the name in the input. */
const placed = (fault: Fault): Fault =>
  ['fr', 'en'].includes(fault.path[0] ?? '') ? { ...fault, path: ['name', ...fault.path] } : fault;

async function unknownCountry({ db }: Work, code: string): Promise<Fault[]> {
  const { rows } = await sql`select from app.country where code = ${code}`.execute(db);
  return rows.length > 0 || !/^[A-Z]{2}$/.test(code) ? [] : [{ reason: 'COUNTRY_NOT_VALID', path: ['country'] }];
}

async function insert({ db }: Work, { fr, en, acronym, city, country }: Sheet): Promise<string> {
  const id = crypto.randomUUID();
  const number = ownNumber();
  const key = searchKey([fr, en, acronym, city, number].filter(Boolean).join(' '));
  await sql`insert into app.institution (id, uai, name_fr, name_en, acronym, city, country, search_key)
    values (${id}, ${number}, ${fr}, ${en}, ${acronym}, ${city}, ${country}, ${key})`.execute(db);
  return id;
}

const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'; // thirty-two: a byte divides evenly

/** X and seven random signs without look-alikes: never counted, so that it tells no order. */
const ownNumber = () =>
  `X${Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => signs[byte % signs.length]).join('')}`;
