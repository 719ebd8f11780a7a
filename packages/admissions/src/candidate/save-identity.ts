import { readGivenCodes } from '@guichet/database/application/given-codes.read';
import type { Work } from '@guichet/database/session/work';
import type { Identity, Unfinished } from '@guichet/domain/application/application';
import { faultsOfIdentity } from '@guichet/domain/application/draft-faults';
import { canonicalIne } from '@guichet/domain/candidate/ine';
import { normalName } from '@guichet/domain/candidate/person-name';
import { sql } from 'kysely';
import type { ApplicationAct } from '../application/act-on-application.ts';
import { answersAfter, type Given } from '../application/section/given-answers.ts';
import { type SectionFault, writeSection } from '../application/section/write-section.ts';

export interface SaveIdentity extends ApplicationAct {
  readonly identity: Given<Identity>;
}

const blank = { lastName: null, firstNames: null, birthDate: null, nationality: null, ine: null } as const;

/** Saves who the candidate is: one identity for every campaign, written through the dossier that asks for it. */
export const saveIdentity = (work: Work, input: SaveIdentity) =>
  writeSection(
    work,
    { operation: 'saveIdentity', input, act: 'IDENTITY_SAVED', isShared: true },
    async ({ application, campaign }) => {
      const after = named(answersAfter<Identity>(blank, application.identity, input.identity));
      const faults: SectionFault[] = faultsOfIdentity(after, work.asOf.toZonedDateTimeISO(campaign.zone).toPlainDate());
      if (!faults.some(({ path }) => path.includes('nationality')))
        faults.push(...(await unknownCountry(work, after.nationality)));
      if (faults.length > 0) return faults;
      await sql`update app.candidate set identity = ${JSON.stringify(after)}::jsonb where id = ${application.candidateId}`.execute(
        work.db,
      );
      return [];
    },
  );

/** What is no student number stays as typed, to be refused in words. */
const named = ({ lastName, firstNames, ine, ...rest }: Unfinished<Identity>): Unfinished<Identity> => ({
  ...rest,
  lastName: lastName === null ? null : normalName(lastName),
  firstNames: firstNames === null ? null : normalName(firstNames),
  ine: ine === null ? null : (canonicalIne(ine) ?? ine),
});

async function unknownCountry({ db }: Work, code: string | null): Promise<SectionFault[]> {
  if (code === null) return [];
  const { unknownCountries } = await readGivenCodes(db, { countries: [code] });
  return unknownCountries.map(() => ({ reason: 'COUNTRY_NOT_VALID', path: ['identity', 'nationality'] }));
}
