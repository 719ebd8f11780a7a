import type { ApiScope } from '@guichet/domain/key/api-scope';
import { type Actor, actor } from './actor.ts';
import { freshKey } from './dossier.ts';
import type { World } from './world.ts';

const makes = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  apiKey { id name prefix scopes createdAt expiresAt lastUsedAt revokedAt overlapEndsAt version } secret userErrors { code path message } } }`;
const rotates = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) {
  apiKey { id version expiresAt overlapEndsAt } secret userErrors { code path } } }`;
const revokes = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id revokedAt } userErrors { code } } }`;

/** A key as its maker holds it. */
export interface HeldKey {
  readonly id: string;
  readonly secret: string;
  readonly version: number;
}

export const createInput = (scopes: readonly ApiScope[], more: object = {}) => ({
  idempotencyKey: freshKey(),
  name: 'Queue of the school’s own system',
  scopes,
  ...more,
});

export const askForKey = (admin: Actor, input: object) => admin.ask(makes, { input });
export const askToRotate = (admin: Actor, { id, version }: HeldKey, more: object = {}) =>
  admin.ask(rotates, { input: { apiKeyId: id, expectedVersion: version, idempotencyKey: freshKey(), ...more } });
export const askToRevoke = (admin: Actor, id: string) =>
  admin.ask(revokes, { input: { apiKeyId: id, idempotencyKey: freshKey() } });

/** A key of the administrator's school. */
export async function madeKey(admin: Actor, scopes: readonly ApiScope[], more: object = {}): Promise<HeldKey> {
  const { createApiKey } = await admin.read(makes, { input: createInput(scopes, more) });
  if (createApiKey.userErrors.length > 0) throw new Error(JSON.stringify(createApiKey.userErrors));
  return { id: createApiKey.apiKey.id, secret: createApiKey.secret, version: createApiKey.apiKey.version };
}

/** A system of the school at the gateway's door, with nothing but its key. */
export const systemWith = (world: World, secret: string): Actor => {
  const bare = actor(world.gateway, { accountId: '', email: '', cookie: null, origin: 'http://127.0.0.1:4000' });
  const ask: Actor['ask'] = (document, variables, options = {}) =>
    bare.ask(document, variables, { ...options, headers: { authorization: `Bearer ${secret}`, ...options.headers } });
  const read: Actor['read'] = async (document, variables, options = {}) => {
    const answer = await ask(document, variables, options);
    if (answer.errors.length > 0) throw new Error(`${answer.status} ${JSON.stringify(answer.errors)}`);
    return answer.data as never;
  };
  return { ...bare, ask, read };
};

export const queue = `query ($campaign: ID!) { desk { school { slug } candidacies(campaignId: $campaign, first: 10) {
  totalCount edges { node { id state isUnopened openedAt dossier { reference institution identity { lastName } answers { text } } } } } } }`;
export const opens = `mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }`;

export async function campaignId(world: World): Promise<string> {
  const [row] = await world.sql<{ id: string }>(`select id from app.campaign where state = 'OPEN'`);
  return Buffer.from(`Campaign:${row?.id}`).toString('base64url');
}
