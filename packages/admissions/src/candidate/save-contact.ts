import { readGivenCodes } from '@guichet/database/application/given-codes.read';
import type { Work } from '@guichet/database/session/work';
import type { Contact } from '@guichet/domain/application/application';
import { faultsOfContact } from '@guichet/domain/application/draft-faults';
import { sql } from 'kysely';
import type { ApplicationAct } from '../application/act-on-application.ts';
import { answersAfter, type Given } from '../application/section/given-answers.ts';
import { type SectionFault, writeSection } from '../application/section/write-section.ts';

export interface SaveContact extends ApplicationAct {
  readonly contact: Given<Contact>;
}

const blank = { telephone: null, addressLine1: null, addressLine2: null, postcode: null, city: null, country: null } as const;

/** Saves how the candidate is reached beside the account's address. */
export const saveContact = (work: Work, input: SaveContact) =>
  writeSection(work, { operation: 'saveContact', input, act: 'CONTACT_SAVED', isShared: true }, async ({ application }) => {
    const after = answersAfter<Contact>(blank, application.contact, input.contact);
    const faults: SectionFault[] = faultsOfContact(after);
    if (!faults.some(({ path }) => path.includes('country'))) faults.push(...(await unknownCountry(work, after.country)));
    if (faults.length > 0) return faults;
    await sql`update app.candidate set contact = ${JSON.stringify(after)}::jsonb where id = ${application.candidateId}`.execute(
      work.db,
    );
    return [];
  });

async function unknownCountry({ db }: Work, code: string | null): Promise<SectionFault[]> {
  if (code === null) return [];
  const { unknownCountries } = await readGivenCodes(db, { countries: [code] });
  return unknownCountries.map(() => ({ reason: 'COUNTRY_NOT_VALID', path: ['contact', 'country'] }));
}
