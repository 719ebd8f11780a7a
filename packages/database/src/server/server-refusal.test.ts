import { describe, expect, test } from '@jest/globals';
import { refusalOf, type ServerFacts } from './server-refusal.ts';

const sound: ServerFacts = {
  versionNumber: 160_014,
  version: '16.14',
  owner: 'app_owner',
  ownerIsSuperuser: false,
  ownerBypassesPolicies: false,
  ownerMakesRoles: true,
  exemptLogins: [],
};

describe('a server', () => {
  test('is accepted from PostgreSQL 16 on, owned by a role that the policies bind', () => {
    expect(refusalOf(sound)).toBeUndefined();
    expect(refusalOf({ ...sound, versionNumber: 180_004 })).toBeUndefined();
  });

  test.each([
    ['is older than 16', { versionNumber: 150_018, version: '15.18 (Debian 15.18-0+deb12u1)' }, 'PostgreSQL 15.18'],
    ['is owned by a superuser', { ownerIsSuperuser: true }, 'superuser'],
    ['is owned by a role exempt from policies', { ownerBypassesPolicies: true }, 'BYPASSRLS'],
    ['is owned by a role that makes no roles', { ownerMakesRoles: false }, 'CREATEROLE'],
    ['has a login exempt from policies', { exemptLogins: ['app_login'] }, 'alter role app_login nosuperuser nobypassrls'],
  ])('is refused in words when it %s', (_, fault, words) => {
    expect(refusalOf({ ...sound, ...fault })).toContain(words);
  });
});
