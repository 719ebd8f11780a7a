import { expect, test } from '@jest/globals';
import { asOf, campaign, completeDraft } from '../application/complete-draft.fixture.ts';
import type { NoticeRules } from '../notice/notice.ts';
import { objectionsTo } from './admissibility.ts';
import { canBeJudged, draftedFacts } from './drafted-facts.ts';

const notice: NoticeRules = {
  number: 1,
  requiredEcts: 240,
  specialismsPerChoice: 1,
  specialisms: [{ id: 'albi-chemistry', code: 'chemistry', admittedMentions: ['M018'] }],
  intake: [],
  articles: [],
};
const choice = { specialismIds: ['albi-chemistry'] };

test('a draft is judged by the rules of a submitted dossier, as if it were submitted now', () => {
  const facts = draftedFacts(completeDraft, choice, campaign);
  expect(objectionsTo(facts, notice, asOf)).toEqual([]);
  expect(objectionsTo(facts, notice, campaign.closesAt.add({ seconds: 1 }))).toEqual([
    { reason: 'DEADLINE_PASSED', closedAt: campaign.closesAt },
  ]);
  expect(objectionsTo(draftedFacts({ ...completeDraft, qualification: null }, choice, campaign), notice, asOf)).toEqual([
    { reason: 'SPECIALISM_TO_JUDGE' },
  ]);
});

test('a draft without studies or title cannot be judged yet', () => {
  expect(canBeJudged(completeDraft)).toBe(true);
  expect(canBeJudged({ ...completeDraft, studies: [] })).toBe(false);
  expect(canBeJudged({ ...completeDraft, qualification: null })).toBe(false);
  expect(canBeJudged({ ...completeDraft, qualification: { kind: null, mentionCode: null, title: null } })).toBe(false);
  expect(canBeJudged({ ...completeDraft, qualification: { kind: null, mentionCode: null, title: 'BTech' } })).toBe(true);
});
