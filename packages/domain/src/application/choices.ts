import type { OralsMode, ReplyPolicy } from '../campaign/campaign.ts';
import type { NoticeRules } from '../notice/notice.ts';
import type { DraftChoice } from './application.ts';
import type { Fault } from './field-checks.ts';

/** A school of the campaign; its notice is null while it takes no dossier. */
export interface MemberSchool {
  readonly schoolId: string;
  readonly notice: Pick<NoticeRules, 'specialisms' | 'specialismsPerChoice'> | null;
}

/** How schools are chosen in a campaign. */
export interface ChoosingRules {
  readonly maxChoices: number;
  readonly replyPolicy: ReplyPolicy;
  readonly members: Iterable<MemberSchool>;
}

/** Why schools cannot be chosen like this. */
export type ChoiceReason =
  | 'NO_CHOICE'
  | 'TOO_MANY_CHOICES'
  | 'NOT_A_PERMUTATION'
  | 'NOT_ASKED'
  | 'SCHOOL_NOT_OPEN'
  | 'CHOSEN_TWICE'
  | 'NO_SPECIALISM'
  | 'TOO_MANY_SPECIALISMS'
  | 'SPECIALISM_NOT_OFFERED';
/** An objection to a list of choices; `max` with the two TOO_MANY reasons. */
export type ChoiceObjection = Fault<ChoiceReason>;

const longestRead = 100; // what lies beyond is noise: no list of ids is longer (contract)

/**
 * Chosen are different open member schools, no more than the campaign allows, each with some of its specialisms and no more than its
 * notice allows; ranks are a permutation of 1 to n under RANKED_MATCH, and not given under FREE_REPLY. All objections at once.
 */
export function objectionsToChoices(choices: readonly DraftChoice[], rules: ChoosingRules): ChoiceObjection[] {
  const max = rules.maxChoices;
  if (choices.length === 0) return [{ reason: 'NO_CHOICE', path: ['choices'] }];
  const tooMany: ChoiceObjection[] = choices.length > max ? [{ reason: 'TOO_MANY_CHOICES', path: ['choices'], max }] : [];
  if (choices.length > longestRead) return tooMany;
  const members = new Map([...rules.members].map((member) => [member.schoolId, member]));
  const seen = new Set<string>();
  const each = choices.flatMap((choice, index): ChoiceObjection[] => {
    const path = ['choices', String(index)];
    if (seen.has(choice.schoolId)) return [{ reason: 'CHOSEN_TWICE', path: [...path, 'schoolId'] }];
    seen.add(choice.schoolId);
    return objectionsToSchool(choice, members.get(choice.schoolId), path);
  });
  return [...tooMany, ...each, ...objectionsToRanks(choices, rules.replyPolicy)];
}

/** An unknown school, one of another campaign and a closed one are answered alike. */
function objectionsToSchool(choice: DraftChoice, member: MemberSchool | undefined, path: readonly string[]): ChoiceObjection[] {
  if (!member?.notice) return [{ reason: 'SCHOOL_NOT_OPEN', path: [...path, 'schoolId'] }];
  const ids = choice.specialismIds;
  const max = member.notice.specialismsPerChoice;
  const place = [...path, 'specialismIds'];
  if (ids.length === 0) return [{ reason: 'NO_SPECIALISM', path: place }];
  const tooMany: ChoiceObjection[] = ids.length > max ? [{ reason: 'TOO_MANY_SPECIALISMS', path: place, max }] : [];
  if (ids.length > longestRead) return tooMany;
  const offered = new Set(member.notice.specialisms.map(({ id }) => id));
  const each = ids.flatMap((id, index): ChoiceObjection[] => {
    if (!offered.has(id)) return [{ reason: 'SPECIALISM_NOT_OFFERED', path: [...place, String(index)] }];
    return ids.indexOf(id) < index ? [{ reason: 'CHOSEN_TWICE', path: [...place, String(index)] }] : [];
  });
  return [...tooMany, ...each];
}

function objectionsToRanks(choices: readonly DraftChoice[], replyPolicy: ReplyPolicy): ChoiceObjection[] {
  if (replyPolicy === 'RANKED_MATCH') {
    const ranks = new Set(choices.map(({ preferenceRank }) => preferenceRank));
    const isPermutation = choices.every((_choice, index) => ranks.has(index + 1));
    return isPermutation ? [] : [{ reason: 'NOT_A_PERMUTATION', path: ['choices'] }];
  }
  return choices.flatMap(({ preferenceRank }, index): ChoiceObjection[] =>
    preferenceRank === null ? [] : [{ reason: 'NOT_ASKED', path: ['choices', String(index), 'preferenceRank'] }],
  );
}

/** The exam centre is any open member school, chosen or not, where the orals are common; where each school has its own it is not asked. */
export function objectionsToExamCentre(
  schoolId: string,
  { oralsMode, members }: { readonly oralsMode: OralsMode; readonly members: Iterable<MemberSchool> },
): ChoiceObjection[] {
  const path = ['examCentreId'];
  if (oralsMode === 'PER_SCHOOL') return [{ reason: 'NOT_ASKED', path }];
  return [...members].some((member) => member.schoolId === schoolId && member.notice)
    ? []
    : [{ reason: 'SCHOOL_NOT_OPEN', path }];
}
