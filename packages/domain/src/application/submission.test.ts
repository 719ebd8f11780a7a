import { describe, expect, test } from '@jest/globals';
import { type ApplicationEvent, type ApplicationStanding, applicationStates, isWritable, standingAfter } from './application.ts';
import { asOf, campaign, completeDraft } from './complete-draft.fixture.ts';
import { objectionsToRecalling, objectionsToSubmitting, objectionsToWriting, type Submission } from './submission.ts';

const draft: ApplicationStanding = { state: 'DRAFT', isBeingRevised: false };
const submitted: ApplicationStanding = { state: 'SUBMITTED', isBeingRevised: false };
const recalled: ApplicationStanding = { state: 'SUBMITTED', isBeingRevised: true };
const withdrawn: ApplicationStanding = { state: 'WITHDRAWN', isBeingRevised: false };
const late = campaign.closesAt.add({ nanoseconds: 1 });
const submission: Submission = {
  application: draft,
  draft: completeDraft,
  campaign,
  asOf,
  statementDigest: 'a1',
  currentStatementDigest: 'a1',
};
const answers = (changed: Partial<Submission>) => objectionsToSubmitting({ ...submission, ...changed });
const told = ({ state, isBeingRevised }: ApplicationStanding) => `${state}${isBeingRevised ? ' revised' : ''}`;

describe('the life of an application', () => {
  test('the table reads as one line of life with its revisions', () => {
    const events: ApplicationEvent[] = ['submit', 'recall', 'withdraw'];
    const life = applicationStates.flatMap((state) =>
      [false, true].flatMap((isBeingRevised) =>
        events.flatMap((event) => {
          const to = standingAfter({ state, isBeingRevised }, event);
          return to ? [`${told({ state, isBeingRevised })}, ${event}: ${told(to)}`] : [];
        }),
      ),
    );
    expect(life).toEqual([
      'DRAFT, submit: SUBMITTED',
      'SUBMITTED, recall: SUBMITTED revised',
      'SUBMITTED, withdraw: WITHDRAWN',
      'SUBMITTED revised, submit: SUBMITTED',
      'SUBMITTED revised, withdraw: WITHDRAWN',
      'WITHDRAWN, recall: WITHDRAWN revised',
      'WITHDRAWN revised, submit: SUBMITTED',
    ]);
  });

  test('only a draft and a recalled dossier are written', () => {
    expect([draft, submitted, recalled, withdrawn].map(isWritable)).toEqual([true, false, true, false]);
  });
});

describe('submitting', () => {
  test('a complete draft is submitted, a recalled dossier again', () => {
    expect(answers({})).toEqual([]);
    expect(answers({ application: recalled })).toEqual([]);
  });

  test('what is received at the deadline is in time, a moment later it is late and told when it closed', () => {
    expect(answers({ asOf: campaign.closesAt })).toEqual([]);
    expect(answers({ asOf: late })).toEqual([{ reason: 'DEADLINE_PASSED', closedAt: campaign.closesAt }]);
  });

  test('a campaign marked as closed still takes what was received in time', () => {
    expect(answers({ campaign: { ...campaign, state: 'CLOSED' } })).toEqual([]);
  });

  test('before the opening it is told when it opens', () => {
    expect(answers({ asOf: campaign.opensAt.subtract({ seconds: 1 }) })).toEqual([
      { reason: 'CAMPAIGN_NOT_OPEN', opensAt: campaign.opensAt },
    ]);
  });

  test('B-25 a wrong state is answered alone', () => {
    expect(answers({ application: submitted, asOf: late, statementDigest: 'b2' })).toEqual([{ reason: 'NOT_IN_THIS_STATE' }]);
    expect(answers({ application: withdrawn })).toEqual([{ reason: 'NOT_IN_THIS_STATE' }]);
  });

  test('E-22 whatever is missing refuses the whole, all of it listed with an outdated statement', () => {
    const changed = { ...completeDraft, answers: null, choices: [] };
    expect(answers({ draft: changed, statementDigest: 'b2' })).toEqual([
      { reason: 'CHANGED_SINCE_PREPARED', path: ['statementDigest'] },
      { reason: 'MISSING_ITEM', item: { section: 'MOTIVATION', path: ['answers'], reason: 'MISSING' } },
      { reason: 'MISSING_ITEM', item: { section: 'CHOICES', path: ['choices'], reason: 'NO_CHOICE' } },
    ]);
  });
});

describe('recalling and writing', () => {
  test.each([
    ['a draft', draft, 'NOT_IN_THIS_STATE', undefined],
    ['a submitted dossier', submitted, undefined, 'NOT_IN_THIS_STATE'],
    ['a recalled dossier', recalled, 'NOT_IN_THIS_STATE', undefined],
    ['a withdrawn dossier', withdrawn, undefined, 'NOT_IN_THIS_STATE'],
  ] as const)('%s answers recall and writing as the table says', (...[_name, application, recall, write]) => {
    expect(objectionsToRecalling({ application, campaign, asOf })[0]?.reason).toBe(recall);
    expect(objectionsToWriting({ application, campaign, asOf })[0]?.reason).toBe(write);
  });

  test('after the deadline nothing is recalled and nothing written', () => {
    const closed = [{ reason: 'DEADLINE_PASSED', closedAt: campaign.closesAt }];
    expect(objectionsToRecalling({ application: submitted, campaign, asOf: late })).toEqual(closed);
    expect(objectionsToWriting({ application: recalled, campaign, asOf: late })).toEqual(closed);
  });
});
