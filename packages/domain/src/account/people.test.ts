import { describe, expect, test } from '@jest/globals';
import { faultsOfFunctions, faultsOfInvited, invitationState, losesLastAdmin } from './people.ts';

const at = (text: string) => Temporal.Instant.from(text);
const sent = { expiresAt: at('2027-02-15T09:00:00Z'), acceptedAt: null, endedAt: null };

describe('an invitation', () => {
  test('stands until the instant of its end, and not on it', () => {
    expect(invitationState(sent, at('2027-02-15T08:59:59.999Z'))).toBe('PENDING');
    expect(invitationState(sent, at('2027-02-15T09:00:00Z'))).toBe('EXPIRED');
  });

  test('stays accepted or withdrawn whatever the time', () => {
    const late = at('2028-01-01T00:00:00Z');
    expect(invitationState({ ...sent, acceptedAt: at('2027-02-02T09:00:00Z') }, late)).toBe('ACCEPTED');
    expect(invitationState({ ...sent, endedAt: at('2027-02-02T09:00:00Z') }, late)).toBe('REVOKED');
  });

  test('names an address and a name, and tells every fault at once', () => {
    expect(faultsOfInvited({ email: 'ana@example.org', displayName: 'Ana Roux' })).toEqual([]);
    expect(faultsOfInvited({ email: 'ana', displayName: '  ' })).toEqual([
      { reason: 'EMAIL_NOT_VALID', path: ['email'] },
      { reason: 'BLANK', path: ['displayName'] },
    ]);
    const [tooLong] = faultsOfInvited({ email: 'ana@example.org', displayName: 'x'.repeat(121) });
    expect(tooLong).toEqual({ reason: 'TEXT_TOO_LONG', max: 120, path: ['displayName'] });
  });
});

test('a member holds at least one function, each once', () => {
  expect(faultsOfFunctions(['OFFICER', 'REVIEWER'])).toEqual([]);
  expect(faultsOfFunctions([])).toEqual([{ reason: 'NO_FUNCTION', path: ['functions'] }]);
  expect(faultsOfFunctions(['OFFICER', 'OFFICER'])).toEqual([{ reason: 'NAMED_TWICE', path: ['functions', '1'] }]);
});

test('the last administrator neither leaves nor is demoted; anybody else may', () => {
  expect(losesLastAdmin({ isAdmin: true, staysAdmin: false, otherAdmins: 0 })).toBe(true);
  expect(losesLastAdmin({ isAdmin: true, staysAdmin: true, otherAdmins: 0 })).toBe(false);
  expect(losesLastAdmin({ isAdmin: true, staysAdmin: false, otherAdmins: 1 })).toBe(false);
  expect(losesLastAdmin({ isAdmin: false, staysAdmin: false, otherAdmins: 0 })).toBe(false);
});
