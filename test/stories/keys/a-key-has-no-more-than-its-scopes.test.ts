import { type ApiScope, apiScopes } from '@guichet/domain/key/api-scope';
import { permissions } from '@guichet/gateway/permissions';
import type { PrincipalKind } from '@guichet/gateway/permissions/principal-kinds';
import { bareSchema } from '@guichet/gateway/schema';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isCompositeType, isNonNullType } from 'graphql';
import type { Actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { submitted } from '../../world/dossier.ts';
import { campaignId, madeKey, opens, queue, systemWith } from '../../world/key-desk.ts';
import { aWorld, type World } from '../../world/world.ts';
import { sampleOf } from './sample-input.ts';

const school = 'imt-mines-albi';
let world: World;
let schema: GraphQLSchema;
let admin: Actor;
let campaign: string;
const systems = new Map<ApiScope, Actor>();

beforeAll(async () => {
  [world, schema] = await Promise.all([aWorld(), bareSchema()]);
  await submitted(await world.candidate('Claire'), { schools: [school] });
  admin = await world.member(school, ['ADMIN'], 'head');
  campaign = await campaignId(world);
  for (const scope of apiScopes) systems.set(scope, systemWith(world, (await madeKey(admin, [scope])).secret));
}, 120_000);
afterAll(() => world.close());

const systemOf = (scope: ApiScope) => systems.get(scope) as Actor;
const kindOf = (scope: ApiScope): PrincipalKind => `key:${scope}`;
const lines = Object.entries(permissions);
const mayTouch = (line: string, scope: ApiScope) => {
  const permission = permissions[line as keyof typeof permissions];
  return permission === 'allow' || (permission?.has(kindOf(scope)) ?? false);
};

/** The shortest document that reaches one field of a type: its required arguments filled in, `__typename` for an object. */
function reach(type: string, name: string): { document: string; variables: Record<string, unknown> } {
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
  const needed = (field?.args ?? []).filter(
    (argument) => argument.name === 'first' || (isNonNullType(argument.type) && argument.defaultValue === undefined),
  );
  const variables = Object.fromEntries(needed.map((argument) => [argument.name, sampleOf(argument.type, { campaign })]));
  const declared = needed.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const given = needed.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selected = field && isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  const asked = `${name}${given ? `(${given})` : ''}${selected}`;
  const whole =
    type === 'Mutation'
      ? `mutation${declared ? `(${declared})` : ''} { ${asked} }`
      : `query${declared ? `(${declared})` : ''} { ${type === 'Query' ? asked : `desk { ${asked} }`} }`;
  return { document: whole, variables };
}

/** Acts that are a reading too: the scope to read is asked for beside the line of the table. */
const readsToo = ['requestExport'];

async function isForbidden(scope: ApiScope, type: string, name: string): Promise<boolean> {
  const { document, variables } = reach(type, name);
  const { errors } = await systemOf(scope).ask(document, variables);
  const codes = errors.map(({ extensions }) => extensions.code);
  expect([name, codes.filter((code) => !['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT'].includes(code))]).toEqual([name, []]);
  return codes.includes('FORBIDDEN');
}

describe.each(apiScopes)('B-19 a key of %s alone', (scope) => {
  test.each(['Query', 'SchoolDesk', 'Mutation'])('touches of %s what the permission table says, over HTTP', async (type) => {
    const found: string[] = [];
    const expected: string[] = [];
    for (const name of Object.keys((schema.getType(type) as GraphQLObjectType).getFields())) {
      found.push(`${name} ${(await isForbidden(scope, type, name)) ? 'no' : 'yes'}`);
      const isOpen = mayTouch(`${type}.${name}`, scope) && !readsToo.includes(name);
      expected.push(`${name} ${isOpen ? 'yes' : 'no'}`);
    }
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(expected);
  });
});

test('every scope opens at least one field, and reading scopes open no mutation', () => {
  const opened = (scope: ApiScope, roots: RegExp) =>
    lines.filter(([line, permission]) => roots.test(line) && permission !== 'allow' && permission.has(kindOf(scope)));
  expect(apiScopes.filter((scope) => opened(scope, /^(?!Query\.desk)/).length === 0)).toEqual([]);
  expect(apiScopes.filter((scope) => scope.endsWith('_READ') && opened(scope, /^Mutation\./).length > 0)).toEqual([]);
});

/** What a school's own systems may do at all; anything else needs a human. */
const actsOfKeys = ['addNote', 'cancelExport', 'labelCandidacy', 'openCandidacy', 'requestExport', 'unlabelCandidacy'];

test('B-19 no key does what needs a human: of all mutations, these few alone are open to any', () => {
  const open = lines.filter(([line, permission]) => {
    const isOfKeys = permission === 'allow' || apiScopes.some((scope) => permission.has(kindOf(scope)));
    return line.startsWith('Mutation.') && isOfKeys;
  });
  expect(open.map(([line]) => line.split('.')[1]).toSorted()).toEqual(actsOfKeys.toSorted());
});

test('no field of a desk is left to whoever reached the desk, for a key reaches it with any scope', () => {
  const left = lines
    .filter(([line, permission]) => line.startsWith('SchoolDesk.') && permission === 'allow')
    .map(([line]) => line);
  expect(left).toEqual(['SchoolDesk.school']);
});

test('a key that opens and may not read learns nothing of what it opened; one that reads sees content only of what it opened itself', async () => {
  const reader = await madeKey(admin, ['CANDIDACIES_READ', 'CANDIDACIES_WRITE']);
  const system = systemWith(world, reader.secret);
  const first = await system.read(queue, { campaign });
  const { node } = first.desk.candidacies.edges[0];
  const input = (key: string) => ({ input: { candidacyId: node.id, idempotencyKey: key.repeat(20) } });
  const opened = opens.replace('userErrors', 'candidacy { receivedAt dossier { reference } } userErrors');
  const blind = await systemOf('CANDIDACIES_WRITE').ask(opened, input('a'));
  expect(blind.errors.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN');
  expect(blind.body).not.toMatch(/receivedAt":"2|reference":"A/);

  const content = `query ($id: ID!) { node(id: $id) { ... on Candidacy { openedAt dossier { identity { lastName } answers { text } } } } }`;
  const before = await system.ask(content, { id: node.id });
  await system.read(opens, input('b'));
  const after = await system.ask(content, { id: node.id });
  expect([before.data.node?.dossier?.answers ?? null, after.errors]).toEqual([null, []]);
  expect(after.data.node.dossier.answers.length).toBeGreaterThan(0);
  const [opening] = await world.sql<{ means: string; function: string; is_key: boolean }>(
    `select o.means, o.function, exists (select from app.api_key k where k.id = o.reader_id) as is_key from app.opening o`,
  );
  expect(opening).toEqual({ means: 'KEY', function: 'API_KEY', is_key: true });
});

test('B-19 through a saved view a key learns nothing of labels and readers that its scopes keep from it', async () => {
  const acted = (name: string, noun: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${noun} { id } userErrors { code } } }`;
    return admin.read(document, { input: { idempotencyKey: crypto.randomUUID(), ...input } });
  };
  const { label } = (await acted('createLabel', 'label', { name: 'À exclure', colour: '#7a1f1f' })).createLabel;
  const views = [{}, { labelIds: [label.id] }, { isUnassigned: true }].map(async (filter, at) => {
    const input = { campaignId: campaign, name: `Vue ${at}`, isShared: true, filter };
    return (await acted('saveView', 'view', input)).saveView.view.id as string;
  });
  const [plain, byLabel, byReader] = await Promise.all(views);
  const list = `query ($c: ID!, $v: ID) { desk { candidacies(campaignId: $c, viewId: $v, first: 5) { edges { node { id } } } } }`;
  const file = `mutation ($input: RequestExportInput!) { requestExport(input: $input) { exportJob { id } userErrors { code } } }`;
  const told = async (scopes: readonly ApiScope[]) => {
    const system = systemWith(world, (await madeKey(admin, [...scopes, 'EXPORTS_WRITE'])).secret);
    const codes: string[] = [];
    for (const viewId of [plain, byLabel, byReader, crypto.randomUUID()]) {
      const input = { viewId, format: 'CSV', idempotencyKey: crypto.randomUUID() };
      const answers = [await system.ask(list, { c: campaign, v: viewId }), await system.ask(file, { input })];
      const found = new Set(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'yes'));
      codes.push([...found].join(' or '));
    }
    return codes;
  };
  expect(await told(['CANDIDACIES_READ'])).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  expect(await told(['CANDIDACIES_READ', 'VIEWS_READ'])).toEqual(['yes', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(await told(['CANDIDACIES_READ', 'VIEWS_READ', 'LABELS_READ'])).toEqual(['yes', 'yes', 'NOT_FOUND', 'NOT_FOUND']);
});

test('a school’s trail names the key that acted, and is searched by it; to an officer the key is a name', async () => {
  const made = await madeKey(admin, ['CANDIDACIES_READ', 'CANDIDACIES_WRITE'], { name: 'Logiciel de scolarité' });
  const system = systemWith(world, made.secret);
  const { node } = (await system.read(queue, { campaign })).desk.candidacies.edges[0];
  await system.read(opens, { input: { candidacyId: node.id, idempotencyKey: 'c'.repeat(20) } });
  const trail = `query ($key: ID) { desk { audit(first: 5, filter: { actorId: $key }) { edges { node { action actor { id } key { id name } } } } } }`;
  const { desk } = await admin.read(trail, { key: made.id });
  expect(desk.audit.edges.map((edge: { node: object }) => edge.node)).toEqual([
    { action: 'CANDIDACY_OPENED', actor: null, key: { id: made.id, name: 'Logiciel de scolarité' } },
  ]);
  const officer = await world.member(school, ['OFFICER'], 'officer');
  const asked = async (field: string) => {
    const history = `query ($id: ID!) { node(id: $id) { ... on Candidacy { history(first: 50) { edges { node { key { ${field} } } } } } } }`;
    return officer.ask(history, { id: node.id });
  };
  const [named, scoped] = [await asked('name'), await asked('scopes')];
  expect([named.errors, named.body.includes('Logiciel de scolarité')]).toEqual([[], true]);
  expect(new Set(scoped.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
});

test('listing keys takes the same statements for two keys as for twenty', async () => {
  const listing = () =>
    countStatements(() => admin.read('{ desk { apiKeys { id name prefix scopes lastUsedAt overlapEndsAt } } }'));
  const few = await listing();
  for (let made = 0; made < 18; made += 1) await madeKey(admin, ['TOTALS_READ']);
  const many = await listing();
  expect(many.answer.desk.apiKeys.length).toBe(few.answer.desk.apiKeys.length + 18);
  expect(many.statements.length).toBe(few.statements.length);
});

test('B-19 a key narrows no list by what it may not read, and exports nothing it may not list', async () => {
  const codesBy = async (scopes: readonly ApiScope[], filter: object) => {
    const { secret } = await madeKey(admin, scopes);
    const list = `query ($campaign: ID!, $filter: CandidacyFilter) { desk { candidacies(campaignId: $campaign, filter: $filter, first: 5) { totalCount } } }`;
    const { errors } = await systemWith(world, secret).ask(list, { campaign, filter });
    return errors.map(({ extensions }) => extensions.code);
  };
  const label = Buffer.from('Label:11111111-1111-4111-8111-111111111111').toString('base64url');
  const reader = Buffer.from('Person:11111111-1111-4111-8111-111111111111').toString('base64url');
  expect(await codesBy(['CANDIDACIES_READ'], { labelIds: [label] })).toEqual(['FORBIDDEN']);
  expect(await codesBy(['CANDIDACIES_READ', 'LABELS_READ'], { labelIds: [label] })).toEqual([]);
  expect(await codesBy([...apiScopes], { readerId: reader })).toEqual(['FORBIDDEN']);
  expect(await codesBy([...apiScopes], { isUnassigned: true })).toEqual(['FORBIDDEN']);
  // Nor by a view of the team that does.
  const save = 'mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id } userErrors { code } } }';
  const kept: Record<string, string> = {};
  for (const [name, filter] of Object.entries({ plain: {}, labelled: { labelIds: [label] }, unread: { isUnassigned: true } })) {
    const view = { campaignId: campaign, name, filter, isShared: true, idempotencyKey: crypto.randomUUID() };
    kept[name] = (await admin.read(save, { input: view })).saveView.view.id;
  }
  const shown = async (scopes: readonly ApiScope[]) => {
    const system = systemWith(world, (await madeKey(admin, scopes)).secret);
    const views =
      'query ($campaign: ID!, $ids: [ID!]!) { desk { views(campaignId: $campaign) { name count } } nodes(ids: $ids) { id } }';
    const { desk, nodes } = await system.read(views, { campaign, ids: Object.values(kept) });
    expect(nodes.map((node: { id: string } | null) => node !== null)).toEqual(
      Object.keys(kept).map((name) => desk.views.some((view: { name: string }) => view.name === name)),
    );
    return desk.views.map(({ name }: { name: string }) => name).filter((name: string) => name in kept);
  };
  expect(await shown(['CANDIDACIES_READ', 'VIEWS_READ'])).toEqual(['plain']);
  expect(await shown([...apiScopes])).toEqual(['labelled', 'plain']);
  const asks = `mutation ($input: RequestExportInput!) { requestExport(input: $input) { exportJob { id } userErrors { code } } }`;
  const input = { campaignId: campaign, format: 'CSV', columns: ['REFERENCE'], idempotencyKey: 'e'.repeat(20) };
  const { secret } = await madeKey(admin, ['EXPORTS_READ', 'EXPORTS_WRITE']);
  const { errors } = await systemWith(world, secret).ask(asks, { input });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
