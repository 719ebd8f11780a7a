import { isFirstYearOfMaster } from '../admissibility/admissibility.ts';
import type { FilingPeriod, OralsMode } from '../campaign/campaign.ts';
import type { Draft } from './application.ts';
import { type ChoiceReason, type ChoosingRules, objectionsToChoices, objectionsToExamCentre } from './choices.ts';
import {
  faultsOfArrangements,
  faultsOfContact,
  faultsOfIdentity,
  faultsOfMotivation,
  faultsOfQualification,
  faultsOfStudies,
  hasFrenchPostcodes,
} from './draft-faults.ts';
import type { Fault, FieldReason } from './field-checks.ts';

/** What a draft is held against. */
export interface DraftCampaign extends FilingPeriod, ChoosingRules {
  /** IANA name of the zone that says which day it is. */
  readonly zone: string;
  readonly entryYear: number;
  readonly oralsMode: OralsMode;
}

/** Why a draft cannot be submitted as it is: something not given, or something given that does not stand. */
export type BlockReason = 'MISSING' | 'NOT_AMONG_STUDIES' | FieldReason | ChoiceReason;
/** One thing that blocks submission, and the way to it in the draft. */
export type Block = Fault<BlockReason>;

type BlocksOf = (draft: Draft, campaign: DraftCampaign, asOf: Temporal.Instant) => Block[];

/** What blocks submission, section by section; each a function declaration below. */
export const blocksOf = {
  IDENTITY: ofIdentity,
  CONTACT: ofContact,
  STUDIES: ofStudies,
  QUALIFICATION: ofQualification,
  MOTIVATION: ofMotivation,
  ARRANGEMENTS: ofArrangements,
  EXAM_CENTRE: ofExamCentre,
  CHOICES: ofChoices,
} as const satisfies Readonly<Record<string, BlocksOf>>;

/** The INE alone may be left out: candidates from abroad have none. */
function ofIdentity({ identity }: Draft, { zone }: DraftCampaign, asOf: Temporal.Instant): Block[] {
  if (identity === null) return [missing('identity')];
  const today = asOf.toZonedDateTimeISO(zone).toPlainDate();
  return [
    ...absent(identity, ['lastName', 'firstNames', 'birthDate', 'nationality'], 'identity'),
    ...faultsOfIdentity(identity, today),
  ];
}

/** Telephone and second line may be left out, the post code where a country has none. */
function ofContact({ contact }: Draft): Block[] {
  if (contact === null) return [missing('contact')];
  const postcode = hasFrenchPostcodes(contact.country) ? (['postcode'] as const) : [];
  return [...absent(contact, ['addressLine1', ...postcode, 'city', 'country'], 'contact'), ...faultsOfContact(contact)];
}

/** One year at least; credits, mention, specialism and results may be left out of each. */
function ofStudies({ studies }: Draft, { entryYear }: DraftCampaign): Block[] {
  if (studies.length === 0) return [missing('studies')];
  const required = ['institutionName', 'country', 'diploma', 'level', 'year', 'status'] as const;
  return [
    ...studies.flatMap((year, index) => absent(year, required, 'studies', String(index))),
    ...faultsOfStudies(studies, entryYear),
  ];
}

/** The title has a national mention or a name; a first year of master's relied on stands among the studies. */
function ofQualification({ qualification, studies }: Draft, { entryYear }: DraftCampaign): Block[] {
  if (qualification === null) return [missing('qualification')];
  const untitled = qualification.mentionCode === null ? absent(qualification, ['title'], 'qualification') : [];
  const wanted = { M1_VALIDATED: 'VALIDATED', M1_UNDER_WAY: 'UNDER_WAY', OTHER_FOUR_YEARS: null }[
    qualification.kind ?? 'OTHER_FOUR_YEARS'
  ];
  const isBacked = !wanted || studies.some((year) => year.status === wanted && isFirstYearOfMaster(year, entryYear));
  const unbacked: Block[] = isBacked ? [] : [{ reason: 'NOT_AMONG_STUDIES', path: ['qualification', 'kind'] }];
  return [...absent(qualification, ['kind'], 'qualification'), ...untitled, ...unbacked, ...faultsOfQualification(qualification)];
}

function ofMotivation({ answers }: Draft): Block[] {
  return answers === null
    ? [missing('answers')]
    : [...absent(answers, ['motivation'], 'answers'), ...faultsOfMotivation(answers)];
}

/** Nobody has to ask for arrangements; who asks for other ones says which. */
function ofArrangements({ arrangements }: Draft): Block[] {
  if (arrangements === null) return [];
  const required = arrangements.needs?.includes('OTHER') ? (['needs', 'text'] as const) : (['needs'] as const);
  return [...absent(arrangements, required, 'arrangements'), ...faultsOfArrangements(arrangements)];
}

/** Where each school has its own orals, nothing is asked and whatever was picked before stands idle. */
function ofExamCentre({ examCentreId }: Draft, campaign: DraftCampaign): Block[] {
  if (campaign.oralsMode === 'PER_SCHOOL') return [];
  return examCentreId === null ? [missing('examCentreId')] : objectionsToExamCentre(examCentreId, campaign);
}

function ofChoices({ choices }: Draft, campaign: DraftCampaign): Block[] {
  return objectionsToChoices(choices, campaign);
}

const missing = (...path: readonly string[]): Block => ({ reason: 'MISSING', path });

const absent = <Part extends object>(
  part: Part,
  required: readonly (keyof Part & string)[],
  ...root: readonly string[]
): Block[] => required.filter((name) => part[name] === null).map((name) => missing(...root, name));
