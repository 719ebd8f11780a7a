import { readSchoolPage, type SchoolPageRow } from '@guichet/database/school/school-page.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { canonicalEmail } from '@guichet/domain/account/email-address';
import {
  type AdmissionsContact,
  faultsOfSchoolPage,
  type SchoolPage,
  type SchoolPageFault,
} from '@guichet/domain/school/school-page';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

/** What is absent stays as it is; null empties. */
export interface SaveSchoolInput extends SaveSchoolChanges {
  readonly idempotencyKey: string;
}

interface SaveSchoolChanges {
  readonly expectedVersion: number;
  readonly shortName?: string | undefined;
  readonly city?: string | undefined;
  readonly colour?: string | undefined;
  readonly contact?: AdmissionsContact | null | undefined;
}

export type SaveSchoolObjection = { readonly reason: 'STALE_VERSION'; readonly currentVersion: number } | SchoolPageFault;

/** Saves what the acting school says of itself. */
export const saveSchool = (
  work: Work,
  { idempotencyKey: key, ...input }: SaveSchoolInput,
): Promise<Outcome<SaveSchoolObjection>> =>
  once(work, { operation: 'saveSchool', key, input: JSON.parse(JSON.stringify(input)) }, () => perform(work, input));

async function perform(work: Work, input: SaveSchoolChanges): Promise<Outcome<SaveSchoolObjection>> {
  const schoolId = work.hat.school ?? '';
  const row = await readSchoolPage(work.db, schoolId);
  if (!row) throw new NotFound();
  if (row.version !== input.expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: row.version }] };
  const page = merged(row, input);
  const refused = faultsOfSchoolPage(page, row);
  if (refused.length > 0) return { refused };
  await write(work, schoolId, page);
  await traceSchool(work, 'SCHOOL_SAVED', schoolId);
  return { done: { schoolId } };
}

const merged = (row: SchoolPageRow, { shortName, city, colour, contact }: SaveSchoolChanges): SchoolPage => ({
  shortName: normalText(shortName ?? row.shortName),
  city: normalText(city ?? row.city),
  colour: colour?.toLowerCase() ?? row.colour,
  contact: contact === undefined ? row.contact : contact && tidied(contact),
});

const tidied = ({ name, telephone, email }: AdmissionsContact): AdmissionsContact => {
  const address = normalText(email ?? '');
  return {
    name: normalText(name),
    // Pasted from a page, it holds blanks that do not break.
    telephone: normalText(telephone ?? '').replace(/[\u00a0\u2009\u202f]/g, ' ') || null,
    // One that is no address stays as typed, to be refused.
    email: address === '' ? null : (canonicalEmail(address) ?? address),
  };
};

async function write({ db }: Work, schoolId: string, { shortName, city, colour, contact }: SchoolPage) {
  await sql`
    update app.school set short_name = ${shortName}, city = ${city}, colour = ${colour}, contact_name = ${contact?.name ?? null},
      contact_telephone = ${contact?.telephone ?? null}, contact_email = ${contact?.email ?? null}, version = version + 1
    where id = ${schoolId}`.execute(db);
}
