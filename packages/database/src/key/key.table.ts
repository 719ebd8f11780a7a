import { type ApiScope, apiScopes } from '@guichet/domain/key/api-scope';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, walled } from '../walls/define-table.ts';
import { me, ownSchool, presented } from '../walls/rows.ts';

/** Whoever holds the words presents their digest; nothing else finds a key. */
const shown = `digest = ${presented}`;
const ofShown = `exists (select from app.api_key_secret s where s.school_id = api_key.school_id and s.key_id = api_key.id and s.digest = ${presented})`;

const key = defineEntity({
  name: 'ApiKey',
  ...walled(
    'api_key',
    [
      allow('S', ['app_school'], ownSchool),
      allow('I', ['app_school'], `${ownSchool} and maker_id = ${me}`),
      allow('U', ['app_school'], ownSchool, ['expires_at', 'revoked_at', 'version']),
      // Itself alone: what is done later in its name is judged by what it is then.
      allow('S', ['app_key'], `${ownSchool} and id = ${me}`, ['school_id', 'id', 'scopes', 'expires_at', 'revoked_at']),
      allow('S', ['app_person'], ofShown, ['school_id', 'id', 'scopes', 'expires_at', 'revoked_at']),
    ],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    name: p.text(),
    scopes: p.array().columnType('text[]').$type<ApiScope[]>(),
    makerId: p.uuid(),
    at: instant(),
    expiresAt: instant(),
    revokedAt: instantOrNull(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['schoolId', 'at', 'id'] }],
  checks: [
    {
      name: 'api_key_scopes_are_known',
      expression: `scopes <@ array[${apiScopes.map((scope) => `'${scope}'`).join(', ')}] and cardinality(scopes) > 0`,
    },
  ],
});
/** A key of a school's own systems (clé d’API); it outlives its secrets. */
export class ApiKey extends key.class {}
key.setClass(ApiKey);

const secret = defineEntity({
  name: 'ApiKeySecret',
  ...walled(
    'api_key_secret',
    [
      // Not even its digest is read back.
      allow('S', ['app_school'], ownSchool, ['school_id', 'id', 'key_id', 'prefix', 'at', 'ends_at']),
      allow('I', ['app_school'], ownSchool),
      allow('U', ['app_school'], ownSchool, ['ends_at']),
      allow('S', ['app_person'], shown, ['school_id', 'key_id', 'digest', 'ends_at']),
    ],
    ['foreign key (school_id, key_id) references app.api_key (school_id, id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    keyId: p.uuid(),
    /** SHA-256 of the key's words: 256 random bits need no stretching. */
    digest: p.blob().index(),
    prefix: p.text(),
    at: instant(),
    /** Set by the rotation that replaced it. */
    endsAt: instantOrNull(),
  },
  indexes: [{ properties: ['schoolId', 'keyId'] }],
});
/** What a key was shown as once; a rotation adds another, and for a day both answer. */
export class ApiKeySecret extends secret.class {}
secret.setClass(ApiKeySecret);

const use = defineEntity({
  name: 'ApiKeyUse',
  ...walled(
    'api_key_use',
    [
      allow('S', ['app_school'], ownSchool),
      allow('SI', ['app_key'], `${ownSchool} and key_id = ${me}`),
      allow('U', ['app_key'], `${ownSchool} and key_id = ${me}`, ['at']),
    ],
    ['foreign key (school_id, key_id) references app.api_key (school_id, id)'],
  ),
  properties: { schoolId: p.uuid().primary(), keyId: p.uuid().primary(), at: instant() },
});
/** When a key was last used, to the minute: apart from the key, so that a request waits for nobody who changes it. */
export class ApiKeyUse extends use.class {}
use.setClass(ApiKeyUse);
