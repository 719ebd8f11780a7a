import { code, type Mutant, passages } from '../mutant.ts';

const gateway = 'services/gateway/src';
const shield = `${gateway}/permissions/shield.ts`;
const permissions = 'test/contract/edge-permissions.test.ts';
const askedRule = '(_parent: unknown, _args: unknown, context: Principal) => mayTouch(permission, context)';

/** The outer gate: who may touch a field, as what, by which key. */
export const permissionMutants: readonly Mutant[] = [
  {
    name: 'the rule is dropped: everybody may touch everything',
    how: code(
      `${gateway}/permissions/rule.ts`,
      `if (permission === 'allow') return true;`,
      'if (permission !== null) return true;',
    ),
    dies: [permissions],
    tests: 'the kind of principal alone decides',
  },
  {
    name: 'an entry is allowed: anybody of the school reads the notice in preparation',
    how: code(`${gateway}/desk/desk.permissions.ts`, `schoolAdmin, ['noticeDraft']`, `allow, ['noticeDraft']`),
    dies: ['test/stories/desk/a-school-freezes-a-further-notice.test.ts'],
    tests: 'an officer neither reads nor writes the notice',
  },
  {
    name: 'a key is shown the team’s views that narrow by what it may not read',
    how: code(`${gateway}/view/view.loaders.ts`, 'mayNarrow(hat, filter)', 'mayNarrow(null, filter)'),
    dies: ['test/stories/keys/a-key-has-no-more-than-its-scopes.test.ts'],
    tests: 'narrows no list by what it may not read',
  },
  {
    name: 'what a session’s account may act as is kept, whatever has changed since',
    how: code(`${gateway}/principal/kept-hats.ts`, 'known !== undefined && known.stamp === stamp', 'known !== undefined'),
    dies: ['test/stories/people/a-change-of-rights-counts-at-every-gateway-at-once.test.ts'],
    tests: 'the next request at either door is refused',
  },
  {
    name: 'an entry is allowed: an observer opens dossiers',
    how: code(
      `${gateway}/candidacy/candidacy.permissions.ts`,
      `eitherOf(schoolOfficer, reviewer, keyWith('CANDIDACIES_WRITE')), ['openCandidacy']`,
      `eitherOf(schoolQueue, reviewer, keyWith('CANDIDACIES_WRITE')), ['openCandidacy']`,
    ),
    dies: ['test/stories/desk/an-observer-opens-nothing.test.ts'],
    tests: 'an observer opens nothing',
  },
  {
    name: 'not(): a rule that fails grants',
    how: passages(
      { file: shield, from: 'import { deny, rule,', to: 'import { deny, not, rule,' },
      { file: shield, from: 'debug: true', to: 'debug: false' },
      {
        file: shield,
        from: `rule({ cache: 'no_cache' })(${askedRule});`,
        to: `not(rule({ cache: 'no_cache' })((_parent: unknown, _args: unknown, context: Principal) => mayTouch(permission, context) !== true)) as ShieldRule;`,
      },
    ),
    dies: [permissions],
    tests: 'B-34',
  },
  {
    name: 'contextual: a rule’s first answer is kept for the whole request',
    how: code(shield, `rule({ cache: 'no_cache' })`, `rule({ cache: 'contextual' })`),
    dies: [permissions],
    tests: 'a rule is asked anew for each field',
  },
  {
    name: 'strict: a rule’s answer is kept by the ids asked for',
    how: code(shield, `rule({ cache: 'no_cache' })`, `rule({ cache: 'strict' })`),
    dies: [permissions],
    tests: 'a rule is asked anew for each field',
  },
  {
    name: 'a key has every scope',
    how: code(
      `${gateway}/permissions/principal-kinds.ts`,
      'return scopes.some((scope) => kinds.has(keyKind(scope)));',
      'return apiScopes.some((scope) => kinds.has(keyKind(scope)));',
    ),
    dies: ['test/stories/keys/a-key-has-no-more-than-its-scopes.test.ts'],
    tests: 'B-19 a key of TOTALS_READ alone touches of SchoolDesk',
  },
  {
    name: 'a key answers after its end',
    how: code(`${gateway}/principal/key-asks.ts`, ' || !answers(found.key, found.asOf)', ''),
    dies: ['test/stories/keys/what-is-no-key-is-refused-alike.test.ts'],
    tests: 'whatever is wrong with a key',
  },
  {
    name: 'a hat that is not one’s own is worn all the same',
    how: code(
      'packages/admissions/src/account/choose-hat.ts',
      `return held ?? 'FORBIDDEN';`,
      'return held ?? (wearable[0] as Wearable);',
    ),
    dies: ['test/stories/desk/a-person-with-two-hats.test.ts'],
    tests: 'B-22',
  },
  {
    name: 'a membership that ended is worn on',
    how: code(
      'packages/admissions/src/account/hats-of.ts',
      'm.account_id = ${account} and m.ended_at is null',
      'm.account_id = ${account}',
    ),
    dies: ['test/stories/desk/a-person-with-two-hats.test.ts'],
    tests: 'B-21',
  },
  {
    name: 'a session without end',
    how: code(
      `${gateway}/account/session-of.ts`,
      'return asOf < times.lastUsedAt + idle && asOf < times.createdAt + whole && asOf < times.absoluteEnd;',
      'return idle + whole + times.absoluteEnd + asOf > 0;',
    ),
    dies: ['services/gateway/src/account/session-of.test.ts'],
  },
  {
    name: 'no second factor is asked for',
    how: code(
      `${gateway}/principal/who-asks.ts`,
      '!session.hasSecondFactor && mustHaveSecondFactor(rightsIn(hats))',
      'session === null',
    ),
    dies: ['test/stories/people/who-makes-rights-needs-a-second-factor.test.ts'],
    tests: 'is nobody on the next request, and told why',
  },
  {
    name: 'a session that no code opened stands beside a factor',
    how: code(
      `${gateway}/account/session-of.ts`,
      'where s.token = any($1) and (f.user_id is null or s.second_factor_at >= f.confirmed_at)`',
      'where s.token = any($1)`',
    ),
    dies: ['test/account/second-factor/before-the-code.test.ts'],
    tests: 'a person is nobody to every act',
  },
  {
    name: 'a session opened by a password that was replaced meanwhile stands',
    how: code(`${gateway}/account/sign-in.ts`, '  await holdToPassword(parts, token, hash);\n', ''),
    dies: ['test/account/password/a-former-password-opens-nothing.test.ts'],
    tests: 'D-07 whoever keeps signing in',
  },
  {
    name: 'a change of password replaces whatever password there is by now',
    how: code(
      `${gateway}/account/password/prove-password.ts`,
      "where user_id = $1 and provider_id = 'credential' and password = $2`;",
      "where user_id = $1 and provider_id = 'credential' and $2 <> ''`;",
    ),
    dies: ['test/account/password/a-former-password-opens-nothing.test.ts'],
    tests: 'D-07 a change of password begun',
  },
  {
    name: 'a change of address is offered whatever password there is by now',
    how: code(`${gateway}/account/password/prove-password.ts`, 'and password = $2 for share)`', "and $2 <> '' for share)`"),
    dies: ['test/account/password/a-former-password-opens-nothing.test.ts'],
    tests: 'D-15',
  },
];
