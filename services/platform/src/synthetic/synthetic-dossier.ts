import type {
  Answers,
  Contact,
  Identity,
  Qualification,
  SpecialArrangements,
  StudyYear,
} from '@guichet/domain/application/application';
import type { WithdrawalReason } from '@guichet/domain/application/withdrawal';
import type { ReplyPolicy } from '@guichet/domain/campaign/campaign';
import type { CampaignFile } from '../campaign-file/campaign-file.ts';
import { instantOf } from '../campaign-file/local-time.ts';
import { type Institution, readInstitutions } from '../nomenclature/institutions.ts';
import { type Mention, readMentions } from '../nomenclature/mentions.ts';

/** A complete submitted dossier of somebody who does not exist; schools and specialisms stand by slug and code, for the loader to resolve. */
export interface SyntheticDossier {
  readonly isSynthetic: true;
  /** Counted from 0; with the seed it names the person for good. */
  readonly index: number;
  /** Under `candidat.example`, a name no mail can reach (RFC 2606); one per seed and index. */
  readonly email: string;
  readonly identity: Identity;
  readonly contact: Contact;
  readonly studies: readonly StudyYear[];
  readonly qualification: Qualification;
  readonly answers: Answers;
  readonly arrangements: SpecialArrangements;
  /** Slug of a member school, null where each school has its own orals. */
  readonly examCentre: string | null;
  readonly choices: readonly SyntheticChoice[];
  readonly submittedAt: Temporal.Instant;
  /** Later than the submission; empty for nearly all, every choice for a few. */
  readonly withdrawals: readonly SyntheticWithdrawal[];
}

/** A school chosen, its specialisms most wanted first; in no order of preference. */
export interface SyntheticChoice {
  readonly school: string;
  readonly specialisms: readonly string[];
  readonly preferenceRank: number | null;
}

/** A school given up again. */
export interface SyntheticWithdrawal {
  readonly school: string;
  readonly reason: WithdrawalReason;
  readonly withdrawnAt: Temporal.Instant;
}

/** What the generator must know of a campaign. */
export interface SyntheticFacts {
  readonly entryYear: number;
  readonly opensAt: Temporal.Instant;
  /** Nothing is submitted or withdrawn at or after it: the deadline, or the moment of loading. */
  readonly asOf: Temporal.Instant;
  readonly maxChoices: number;
  readonly replyPolicy: ReplyPolicy;
  readonly hasCommonOrals: boolean;
  readonly specialisms: CampaignFile['specialisms'];
  readonly schools: readonly SyntheticSchoolFacts[];
  readonly institutions: readonly Pick<Institution, 'uai' | 'nameFr' | 'city' | 'kind' | 'country'>[];
  readonly mentions: readonly Pick<Mention, 'code' | 'nameFr'>[];
}

/** A school one may choose. */
export interface SyntheticSchoolFacts {
  readonly slug: string;
  readonly specialisms: readonly string[];
  readonly specialismsPerChoice: number;
}

/** The facts of a campaign file with the shipped institutions and mentions. */
export function syntheticFacts({ campaign, specialisms, schools }: CampaignFile, asOf: Temporal.Instant): SyntheticFacts {
  const opensAt = instantOf(campaign.opensAt, campaign.zone);
  if (!(opensAt instanceof Temporal.Instant)) throw new RangeError(`${campaign.opensAt} is no time in ${campaign.zone}`);
  const { entryYear, maxChoices, replyPolicy, oralsMode } = campaign;
  return {
    entryYear,
    opensAt,
    asOf,
    maxChoices,
    replyPolicy,
    hasCommonOrals: oralsMode === 'COMMON',
    specialisms,
    schools: schools.map(({ slug, notice }) => ({
      slug,
      specialisms: notice.specialisms,
      specialismsPerChoice: notice.specialismsPerChoice,
    })),
    institutions: readInstitutions(),
    mentions: readMentions(),
  };
}
