import { type CheckedCodes, readGivenCodes } from '@guichet/database/application/given-codes.read';
import type { Work } from '@guichet/database/session/work';
import type { StudyYear, Unfinished } from '@guichet/domain/application/application';
import { faultsOfStudies } from '@guichet/domain/application/draft-faults';
import { sql } from 'kysely';
import type { ApplicationAct } from '../act-on-application.ts';
import { answersAfter, type Given } from './given-answers.ts';
import { type SectionFault, writeSection } from './write-section.ts';

export interface SaveStudies extends ApplicationAct {
  /** The whole list: a year left out is taken away. */
  readonly studies: readonly Given<StudyYear>[];
}

const blank = {
  institutionUai: null,
  institutionName: null,
  country: null,
  diploma: null,
  level: null,
  mentionCode: null,
  specialismTitle: null,
  ects: null,
  year: null,
  status: null,
  results: null,
} as const;

type Year = Unfinished<StudyYear>;

/** Saves the years of study; an institution of the list bears the list's name and country, another one what was typed. */
export const saveStudies = (work: Work, input: SaveStudies) =>
  writeSection(work, { operation: 'saveStudies', input, act: 'STUDIES_SAVED' }, async ({ application: { id }, campaign }) => {
    const years = input.studies.map((year) => answersAfter<StudyYear>(blank, null, year));
    const faults: SectionFault[] = faultsOfStudies(years, campaign.entryYear);
    const told = new Set(faults.map(({ path }) => path.join('.')));
    // What a rule refuses already is not looked up as well.
    const given = (name: 'country' | 'mentionCode' | 'institutionUai') =>
      years.flatMap((year, index) => (told.has(`studies.${index}.${name}`) ? [] : (year[name] ?? [])));
    const codes = await readGivenCodes(work.db, {
      countries: given('country'),
      mentions: given('mentionCode'),
      institutions: given('institutionUai'),
    });
    const unknown = years.flatMap((year, index) => unknownCodes(year, codes, ['studies', String(index)]));
    faults.push(...unknown.filter(({ path }) => !told.has(path.join('.'))));
    if (faults.length > 0) return faults;
    const named = years.map((year) => withNames(year, codes));
    await sql`update app.application set studies = ${JSON.stringify(named)}::jsonb where id = ${id}`.execute(work.db);
    return [];
  });

function unknownCodes(year: Year, codes: CheckedCodes, path: readonly string[]): SectionFault[] {
  const isUnlisted = year.institutionUai !== null && !codes.institutions.some(({ uai }) => uai === year.institutionUai);
  const faults: SectionFault[] = isUnlisted ? [{ reason: 'UAI_NOT_VALID', path: [...path, 'institutionUai'] }] : [];
  if (codes.unknownCountries.includes(year.country ?? ''))
    faults.push({ reason: 'COUNTRY_NOT_VALID', path: [...path, 'country'] });
  if (codes.unknownMentions.includes(year.mentionCode ?? ''))
    faults.push({ reason: 'UNKNOWN_VALUE', path: [...path, 'mentionCode'] });
  return faults;
}

function withNames(year: Year, { institutions }: CheckedCodes): Year {
  const listed = institutions.find(({ uai }) => uai === year.institutionUai);
  return listed ? { ...year, institutionName: listed.name, country: listed.country } : year;
}
