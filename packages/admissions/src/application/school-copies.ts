import { createHash } from 'node:crypto';
import type { ChosenSchool, FiledSchool, SubmittedDossier } from '@guichet/database/application/application.read';
import type { CampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { newestCopy, stands } from './standing-copy.ts';

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
export const contentForSchools = ({ studies, qualification, answers }: SubmittedDossier) => ({ studies, qualification, answers });

/** The identity every chosen school reads. */
export const identityForSchools = ({ identity, contact, email }: SubmittedDossier) => ({ identity, contact, email });

/** What the copies of one submission are made from. */
export interface Filed {
  readonly dossier: SubmittedDossier;
  readonly campaign: CampaignFacts;
  readonly filed: readonly FiledSchool[];
}

/**
 * The copies of one submission in random order: neither insertion order nor ids may tell the order of preference. A kept school
 * gets a new copy only when its own content changed, so reordering, adding or dropping another changes no byte there.
 */
export const schoolCopies = (submission: Filed): readonly SchoolCopy[] =>
  shuffled(submission.dossier.choices).map((choice) => copyFor(choice, submission));

function copyFor(choice: ChosenSchool, { dossier, campaign, filed }: Filed): SchoolCopy {
  const member = campaign.members.find(({ schoolId }) => schoolId === choice.schoolId);
  if (!member) throw new Error('A choice passed its rules but names no member school');
  const digest = sha256(canonicalJson(readBySchool(dossier, choice)));
  const school = filed.find(({ schoolId }) => schoolId === choice.schoolId);
  const before = school ? newestCopy(school) : null;
  const isKept = school !== undefined && stands(school) && before?.digest === digest;
  return {
    schoolId: choice.schoolId,
    candidacyId: school?.candidacyId ?? crypto.randomUUID(),
    // A kept copy stays under the notice it was received under.
    noticeVersionId: isKept && before ? before.noticeVersionId : member.noticeVersionId,
    specialismIds: choice.specialismIds,
    preferenceRank: choice.preferenceRank,
    digest,
    number: (before?.number ?? 0) + (isKept ? 0 : 1),
    isFirst: !school,
    isWritten: !isKept,
  };
}

const readBySchool = (dossier: SubmittedDossier, choice: ChosenSchool) => ({
  reference: dossier.reference,
  ...identityForSchools(dossier),
  ...contentForSchools(dossier),
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
