import { describe, expect, test } from '@jest/globals';
import { type CampaignSetupFacts, objectionsToJoining, objectionsToLeaving, objectionsToOpening } from './campaign-opening.ts';

const contact = { name: 'Admissions', telephone: '03 27 71 20 27', email: null };
const douai = { slug: 'imt-lille-douai', specialismCount: 12, hasIntakeEntry: true, contact, adminCount: 1 };
const setup: CampaignSetupFacts = {
  state: 'DRAFT',
  opensAt: Temporal.Instant.from('2027-01-15T08:00:00Z'),
  closesAt: Temporal.Instant.from('2027-04-06T21:59:00Z'),
  members: [douai],
};
const now = Temporal.Instant.from('2027-01-02T00:00:00Z');

describe('opening a campaign', () => {
  test('a complete campaign opens', () => {
    expect(objectionsToOpening(setup, now)).toEqual([]);
  });

  test('every objection is listed at once, each naming its school', () => {
    const bare = { slug: 'mines-x', specialismCount: 0, hasIntakeEntry: false, contact: null, adminCount: 0 };
    const late = { ...setup, state: 'CLOSED', opensAt: setup.closesAt, members: [douai, bare] } as const;
    expect(objectionsToOpening(late, setup.closesAt.add({ seconds: 1 }))).toEqual([
      { reason: 'NOT_IN_THIS_STATE', state: 'CLOSED' },
      { reason: 'CLOSES_BEFORE_OPENING' },
      { reason: 'DEADLINE_PASSED', closedAt: setup.closesAt },
      { reason: 'MISSING_SPECIALISMS', school: 'mines-x' },
      { reason: 'MISSING_SEATS', school: 'mines-x' },
      { reason: 'MISSING_CONTACT', school: 'mines-x' },
      { reason: 'MISSING_ADMIN', school: 'mines-x' },
    ]);
  });

  test('a campaign without a member does not open', () => {
    expect(objectionsToOpening({ ...setup, members: [] }, now)).toEqual([{ reason: 'NO_MEMBER' }]);
  });
});

describe('joining and leaving', () => {
  test.each([
    ['no name', { ...contact, name: ' ' }],
    ['neither telephone nor address', { ...contact, telephone: null }],
    ['only blanks', { ...contact, telephone: ' ', email: '' }],
  ])('a contact with %s is missing', (_name, unreachable) => {
    expect(objectionsToJoining({ ...douai, contact: unreachable })).toEqual([
      { reason: 'MISSING_CONTACT', school: 'imt-lille-douai' },
    ]);
  });

  test('an address is enough of a contact', () => {
    const byMail = { name: 'Admissions', telephone: null, email: 'admissions@albi.example' };
    expect(objectionsToJoining({ ...douai, contact: byMail })).toEqual([]);
  });

  test('a school that holds a candidacy cannot leave', () => {
    expect(objectionsToLeaving({ candidacyCount: 0 })).toEqual([]);
    expect(objectionsToLeaving({ candidacyCount: 1 })).toEqual([{ reason: 'HOLDS_CANDIDACIES' }]);
  });
});
