import { createHash } from 'node:crypto';
import type { ApplicationDraft } from '@guichet/database/application/application-draft.read';
import type { StandingChoice } from '@guichet/database/application/standing-choices.read';
import type { CampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import type { DraftChoice } from '@guichet/domain/application/application';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';

/** What one chosen school is to receive, and what of it is new to that school. */
export interface SchoolCopy {
  readonly schoolId: string;
  readonly candidacyId: string;
  readonly noticeVersionId: string;
  readonly specialismIds: readonly string[];
  readonly preferenceRank: number | null;
  readonly digest: string;
  readonly number: number;
  /** A candidacy never filed before. */
  readonly isFirst: boolean;
  /** The school's own content changed, or the school was withdrawn and is chosen again: a further copy is written. */
  readonly isWritten: boolean;
}

/** What every chosen school reads; never choices, order, exam centre, arrangements. */
export const contentForSchools = ({ studies, qualification, answers }: ApplicationDraft) => ({ studies, qualification, answers });

/** The identity every chosen school reads. */
export const identityForSchools = ({ identity, contact }: ApplicationDraft) => ({ identity, contact });

/**
 * The copies of one submission in random order: neither insertion order nor ids may tell the order of preference. A kept school
 * gets a new copy only when its own content changed, so reordering, adding or dropping another changes no byte there.
 */
export function schoolCopies(
  draft: ApplicationDraft,
  campaign: CampaignFacts,
  standing: readonly StandingChoice[],
): readonly SchoolCopy[] {
  return shuffled(draft.choices).map((choice) => copyFor(choice, { draft, campaign, standing }));
}

interface Filed {
  readonly draft: ApplicationDraft;
  readonly campaign: CampaignFacts;
  readonly standing: readonly StandingChoice[];
}

function copyFor(choice: DraftChoice, { draft, campaign, standing }: Filed): SchoolCopy {
  const member = campaign.members.find(({ schoolId }) => schoolId === choice.schoolId);
  if (!member) throw new Error('A choice passed its rules but names no member school');
  const digest = sha256(canonicalJson(readBySchool(draft, choice)));
  const before = standing.find(({ schoolId }) => schoolId === choice.schoolId);
  const isWritten = !before?.stands || before.digest !== digest;
  return {
    schoolId: choice.schoolId,
    candidacyId: before?.candidacyId ?? crypto.randomUUID(),
    noticeVersionId: member.noticeVersionId,
    specialismIds: choice.specialismIds,
    preferenceRank: choice.preferenceRank,
    digest,
    number: (before?.dossierNumber ?? 0) + (isWritten ? 1 : 0),
    isFirst: !before,
    isWritten,
  };
}

const readBySchool = (draft: ApplicationDraft, choice: DraftChoice) => ({
  reference: draft.reference,
  ...identityForSchools(draft),
  ...contentForSchools(draft),
  specialismIds: choice.specialismIds,
});

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Fisher–Yates with the system's randomness. */
function shuffled<T>(items: readonly T[]): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const pick = crypto.getRandomValues(new Uint32Array(1))[0] as number;
    const at = pick % (last + 1);
    [order[last], order[at]] = [order[at] as T, order[last] as T];
  }
  return order;
}
