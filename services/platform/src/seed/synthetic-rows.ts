import { newestInstitution } from '@guichet/admissions/application/fan-out';
import { type SchoolCopy, schoolCopies, sha256 } from '@guichet/admissions/application/school-copies';
import type { ChosenSchool, SubmittedDossier } from '@guichet/database/application/application.read';
import type { CampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import type { SyntheticDossier, SyntheticWithdrawal } from '../synthetic/synthetic-dossier.ts';

/** One dossier as it is staged: what every school reads stands once, whatever the number of schools. */
export interface DossierRow {
  readonly candidateId: string;
  readonly accountId: string;
  readonly applicationId: string;
  readonly snapshotId: string;
  readonly state: 'SUBMITTED' | 'WITHDRAWN';
  readonly submittedAt: string;
  readonly dossier: SubmittedDossier;
  readonly snapshotDigest: string;
  readonly standing: readonly ChosenSchool[];
  readonly arrangements: SyntheticDossier['arrangements'];
  readonly searchKey: string;
  readonly institution: string | null;
  readonly uai: string | null;
  readonly country: string | null;
  /** Institutions in no list, as typed. */
  readonly free: readonly { readonly name: string; readonly country: string; readonly key: string }[];
  readonly copies: readonly CopyRow[];
}

export interface CopyRow extends Pick<SchoolCopy, 'schoolId' | 'candidacyId' | 'noticeVersionId' | 'digest' | 'specialismIds'> {
  readonly rank: number | null;
  readonly withdrawnAt: string | null;
  readonly reason: SyntheticWithdrawal['reason'] | null;
}

/** Ids of a campaign's schools and specialisms by slug and code. */
export interface CampaignIds {
  readonly campaign: CampaignFacts;
  readonly schoolIds: ReadonlyMap<string, string>;
  readonly specialismIds: ReadonlyMap<string, string>;
}

export function idsOf(campaign: CampaignFacts): CampaignIds {
  const specialisms = campaign.members.flatMap(({ notice }) => notice.specialisms.map(({ code, id }) => [code, id] as const));
  return {
    campaign,
    schoolIds: new Map(campaign.members.map(({ slug, schoolId }) => [slug, schoolId])),
    specialismIds: new Map(specialisms),
  };
}

/** What a dossier is given from outside; an account only where somebody signs in with it. */
export interface Given {
  readonly reference: string;
  readonly accountId: string | undefined;
}

/** The rows of one synthetic dossier, its copies digested exactly as a submission digests them. */
export function rowOf(synthetic: SyntheticDossier, ids: CampaignIds, { reference, accountId }: Given): DossierRow {
  const dossier = submittedFrom(synthetic, ids, reference);
  const withdrawn = new Map(synthetic.withdrawals.map((withdrawal) => [ids.schoolIds.get(withdrawal.school) ?? '', withdrawal]));
  const copies = schoolCopies({ dossier, campaign: ids.campaign, filed: [] }).map((copy) => copyRow(copy, withdrawn));
  const isWithdrawn = copies.every(({ withdrawnAt }) => withdrawnAt !== null);
  return {
    candidateId: crypto.randomUUID(),
    accountId: accountId ?? crypto.randomUUID(),
    applicationId: crypto.randomUUID(),
    snapshotId: crypto.randomUUID(),
    state: isWithdrawn ? 'WITHDRAWN' : 'SUBMITTED',
    submittedAt: synthetic.submittedAt.toString(),
    dossier,
    snapshotDigest: sha256(canonicalJson(dossier)),
    standing: standingChoices(dossier.choices, withdrawn),
    arrangements: synthetic.arrangements,
    searchKey: searchKey(`${dossier.identity.lastName} ${dossier.identity.firstNames}`),
    ...newestInstitution(dossier),
    free: freeInstitutions(dossier),
    copies,
  };
}

const freeInstitutions = ({ studies }: SubmittedDossier) =>
  studies
    .filter(({ institutionUai }) => institutionUai === null)
    .map(({ institutionName, country }) => ({ name: institutionName, country, key: searchKey(institutionName) }));

function submittedFrom(synthetic: SyntheticDossier, ids: CampaignIds, reference: string): SubmittedDossier {
  const { email, identity, contact, studies, qualification, answers, examCentre } = synthetic;
  const choices = synthetic.choices.map(({ school, specialisms, preferenceRank }) => ({
    id: crypto.randomUUID(),
    schoolId: idIn(ids.schoolIds, school),
    specialismIds: specialisms.map((code) => idIn(ids.specialismIds, code)),
    preferenceRank,
  }));
  const examCentreId = examCentre === null ? null : idIn(ids.schoolIds, examCentre);
  return { reference, email, identity, contact, studies, qualification, answers, examCentreId, choices };
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`${name} is not in the campaign`);
  return id;
}

function copyRow(copy: SchoolCopy, withdrawn: ReadonlyMap<string, SyntheticWithdrawal>): CopyRow {
  const { schoolId, candidacyId, noticeVersionId, digest, specialismIds, preferenceRank } = copy;
  const given = withdrawn.get(schoolId);
  const withdrawal = { withdrawnAt: given?.withdrawnAt.toString() ?? null, reason: given?.reason ?? null };
  return { schoolId, candidacyId, noticeVersionId, digest, specialismIds, rank: preferenceRank, ...withdrawal };
}

/** What the draft still names after withdrawals, ranks closed up. */
function standingChoices(choices: readonly ChosenSchool[], withdrawn: ReadonlyMap<string, unknown>): readonly ChosenSchool[] {
  const left = choices.filter(({ schoolId }) => !withdrawn.has(schoolId));
  const ranks = left.flatMap(({ preferenceRank }) => preferenceRank ?? []).toSorted((one, other) => one - other);
  return left.map((choice) => ({
    ...choice,
    preferenceRank: choice.preferenceRank === null ? null : ranks.indexOf(choice.preferenceRank) + 1,
  }));
}
