import type { Work } from '@guichet/database/session/work';
import { type Fault, faultsOfAnswers, line } from '@guichet/domain/application/field-checks';
import { longestOfPage } from '@guichet/domain/school/school-page';
import { faultOfSlug } from '@guichet/domain/school/slug';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

export interface NewSchool {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly city: string;
}

export interface CreateSchoolInput extends NewSchool {
  readonly idempotencyKey: string;
}

export type CreatingObjection =
  | Fault
  | { readonly reason: 'SLUG_NOT_VALID' | 'SLUG_RESERVED' | 'ALREADY_EXISTS'; readonly path: readonly string[] };

// As its administrators may save them: a name they could not write would let them save nothing else.
const checks = { name: line(200), shortName: line(longestOfPage.shortName), city: line(longestOfPage.city) };

/** Makes a school, a tenant of its own; what it says of itself beyond its names is for its administrators to write. */
export const createSchool = (
  work: Work,
  { idempotencyKey: key, ...given }: CreateSchoolInput,
): Promise<Outcome<CreatingObjection>> =>
  once<CreatingObjection>(work, { operation: 'createSchool', key, input: { ...given } }, async () => {
    const school: NewSchool = {
      slug: given.slug,
      name: normalText(given.name),
      shortName: normalText(given.shortName),
      city: normalText(given.city),
    };
    const slugFault = faultOfSlug(school.slug);
    const refused: CreatingObjection[] = [
      ...(slugFault === null ? [] : [{ reason: slugFault, path: ['slug'] }]),
      ...faultsOfAnswers(school, checks, []),
    ];
    if (refused.length > 0) return { refused };
    const schoolId = crypto.randomUUID();
    // A name once borne is never given again, listed or not: nobody inherits what another school left.
    if (!(await insert(work, schoolId, school))) return { refused: [{ reason: 'ALREADY_EXISTS', path: ['slug'] }] };
    await tracePerson(work, 'SCHOOL_CREATED', schoolId);
    return { done: { schoolId } };
  });

async function insert({ db }: Work, id: string, { slug, name, shortName, city }: NewSchool): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into app.school (id, slug, name, short_name, city, is_listed, version)
    values (${id}, ${slug}, ${name}, ${shortName}, ${city}, true, 1) on conflict (slug) do nothing`.execute(db);
  return numAffectedRows === 1n;
}
