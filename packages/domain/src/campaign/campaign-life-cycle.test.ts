import { describe, expect, test } from '@jest/globals';
import { campaignStates } from './campaign.ts';
import {
  type CampaignEvent,
  campaignStateAfter,
  campaignTransitions,
  objectionsToMovingDeadline,
} from './campaign-life-cycle.ts';

const events: CampaignEvent[] = ['open', 'move deadline', 'close', 'archive'];
const at = (text: string) => Temporal.Instant.from(text);
const opensAt = at('2027-01-15T08:00:00Z');
const now = at('2027-04-10T00:00:00Z');

describe('the life of a campaign', () => {
  test('the table reads as one line of life, with one way back from CLOSED to OPEN', () => {
    const life = campaignStates.flatMap((state) =>
      events.map((event) => `${state} ${event} ${campaignStateAfter(state, event)}`),
    );
    expect(life.filter((line) => !line.endsWith('null'))).toEqual([
      'DRAFT open OPEN',
      'OPEN move deadline OPEN',
      'OPEN close CLOSED',
      'CLOSED move deadline OPEN',
      'CLOSED archive ARCHIVED',
    ]);
  });

  test('no state has two rows for one event', () => {
    const keys = campaignTransitions.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('moving a deadline', () => {
  test('a closed campaign takes a deadline ahead of now', () => {
    expect(objectionsToMovingDeadline({ state: 'CLOSED', opensAt }, at('2027-04-20T21:59:00Z'), now)).toEqual([]);
  });

  test('a draft campaign takes any deadline after its opening', () => {
    expect(objectionsToMovingDeadline({ state: 'DRAFT', opensAt }, at('2027-04-20T21:59:00Z'), now)).toEqual([]);
  });

  test('a deadline never moves into the past', () => {
    expect(objectionsToMovingDeadline({ state: 'OPEN', opensAt }, at('2027-04-09T21:59:00Z'), now)).toEqual([
      { reason: 'NEW_DEADLINE_PASSED' },
    ]);
  });

  test('an archived campaign keeps its deadline, and every objection is listed', () => {
    expect(objectionsToMovingDeadline({ state: 'ARCHIVED', opensAt }, at('2027-01-01T00:00:00Z'), now)).toEqual([
      { reason: 'NOT_IN_THIS_STATE' },
      { reason: 'CLOSES_BEFORE_OPENING' },
      { reason: 'NEW_DEADLINE_PASSED' },
    ]);
  });
});
