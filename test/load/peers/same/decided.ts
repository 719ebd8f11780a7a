import { newestInstitution } from '@guichet/admissions/application/fan-out';
import { contentForSchools, identityForSchools, schoolCopies, sha256 } from '@guichet/admissions/application/school-copies';
import { statementDigest } from '@guichet/admissions/application/submit-application';
import { submittedDossier } from '@guichet/admissions/application/submitted-dossier';
import type { ApplicationRow } from '@guichet/database/application/application.read';
import type { CampaignFacts, MemberFacts } from '@guichet/database/campaign/campaign-facts.read';
import { objectionsToSubmitting } from '@guichet/domain/application/submission';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';

/** What a submission is asked with. */
export interface Asked {
  readonly applicationId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly statementDigest: string;
}

/** A draft as the first statement answers it. */
export type DraftRow = ApplicationRow & {
  readonly at: string;
  readonly isFiled: boolean;
  readonly campaign: Omit<CampaignFacts, 'opensAt' | 'closesAt' | 'members'> & {
    readonly opensAt: string;
    readonly closesAt: string;
    readonly members: readonly (MemberFacts & { readonly name: string })[];
  };
};

/** What is written, and what is answered once it is. */
export interface Decided {
  readonly values: readonly unknown[];
  readonly answer: object;
}

/** The rules every peer decides by are the product's own. */
export function decided(row: DraftRow | undefined, account: string, asked: Asked): Decided {
  if (row === undefined || row.isFiled) throw new Error('No such draft');
  const asOf = Temporal.Instant.from(row.at);
  const campaign = {
    ...row.campaign,
    opensAt: Temporal.Instant.from(row.campaign.opensAt),
    closesAt: Temporal.Instant.from(row.campaign.closesAt),
  };
  const objections = objectionsToSubmitting({
    application: row,
    draft: row,
    campaign,
    asOf,
    statementDigest: asked.statementDigest,
    currentStatementDigest: statementDigest,
  });
  if (objections.length > 0) throw new Error(`Refused: ${JSON.stringify(objections)}`);
  const dossier = submittedDossier(row);
  const copies = schoolCopies({ dossier, campaign: campaign as CampaignFacts, filed: [] });
  const content = canonicalJson(dossier);
  const { institution, country } = newestInstitution(dossier);
  const { lastName, firstNames, birthDate } = dossier.identity;
  const typed = dossier.studies
    .filter(({ institutionUai }) => institutionUai === null)
    .map((year) => ({ name: year.institutionName, country: year.country, key: searchKey(year.institutionName) }));
  const schools = [
    row.candidateId,
    row.id,
    asked.expectedVersion,
    crypto.randomUUID(),
    content,
    sha256(content),
    asOf.toString(),
  ];
  const parts = [copies, identityForSchools(dossier), contentForSchools(dossier)].map((part) => JSON.stringify(part));
  const names = [lastName, firstNames, searchKey(`${lastName} ${firstNames}`), birthDate];
  const newest = [institution, institution === null ? null : searchKey(institution), country];
  const key = [account, asked.idempotencyKey, sha256(canonicalJson(asked))];
  return {
    values: [...schools, ...parts, ...names, ...newest, ...key, row.campaignId, row.reference, JSON.stringify(typed)],
    answer: answerOf(row),
  };
}

function answerOf({ id, choices, campaign }: DraftRow): object {
  const nameOf = (schoolId: string) => campaign.members.find((member) => member.schoolId === schoolId)?.name;
  const chosen = choices.toSorted((a, b) => (a.preferenceRank ?? 0) - (b.preferenceRank ?? 0));
  return {
    application: {
      id,
      state: 'SUBMITTED',
      choices: chosen.map(({ schoolId }) => ({ state: 'UNDER_CONSIDERATION', school: { name: nameOf(schoolId) } })),
    },
    userErrors: [],
  };
}
