import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { submitted } from '../../world/dossier.ts';
import { askToRevoke, askToRotate, campaignId, type HeldKey, madeKey, queue, systemWith } from '../../world/key-desk.ts';
import { aWorld, type World } from '../../world/world.ts';

const [A, B] = ['imt-mines-albi', 'imt-mines-ales'];
let world: World;
let admin: Actor;
let campaign: string;
let key: HeldKey;

beforeAll(async () => {
  world = await aWorld();
  await submitted(await world.candidate('Claire'), { schools: [A, B] });
  admin = await world.member(A, ['ADMIN'], 'head');
  campaign = await campaignId(world);
  key = await madeKey(admin, ['CANDIDACIES_READ']);
}, 120_000);
afterAll(() => world.close());

const withHeader = (authorization: string, more: Record<string, string> = {}) =>
  world.nobody.ask(queue, { campaign }, { headers: { authorization, ...more } });

test('D-21 B-19 whatever is wrong with a key, the answer is one and the same', async () => {
  const expired = await madeKey(admin, ['CANDIDACIES_READ'], { expiresAt: '2027-02-01T10:00:00.000Z' });
  const revoked = await madeKey(admin, ['CANDIDACIES_READ']);
  const rotated = await madeKey(admin, ['CANDIDACIES_READ']);
  await askToRevoke(admin, revoked.id);
  await askToRotate(admin, rotated);
  await world.later({ hours: 24 });
  admin = await world.signInAgain(admin);
  const { secret } = key;
  const another = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
  const wrong = [
    expired.secret,
    revoked.secret,
    rotated.secret,
    another,
    secret.toLowerCase(),
    secret.replace('gch_test_', 'gch_live_'),
    secret.slice(0, -1),
    secret.slice(0, 17),
    `${secret}A`,
    `${secret.slice(0, 20)} ${secret.slice(20)}`,
    ` ${secret}`,
    `"${secret}"`,
    `${secret},${secret}`,
    '',
    'null',
  ];
  const headers = [...wrong.map((words) => `Bearer ${words}`), secret, `Basic ${secret}`, `Bearer\t${secret}`, `Token ${secret}`];
  const answers = await Promise.all(headers.map((header) => withHeader(header)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
    new Set([answers[0] && `401 ${answers[0].body}`]),
  );
  expect(answers[0]?.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED', reason: 'KEY' }]);
  expect([(await withHeader(`Bearer ${secret}`)).status, (await withHeader(`bearer ${secret}`)).status]).toEqual([200, 200]);
});

test('D-21 a key counts in the header alone: in the address, a cookie or an argument it opens nothing', async () => {
  const { secret } = key;
  const send = (url: string, headers: Record<string, string>, variables: object) =>
    world.gateway.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query: queue, variables: { campaign, ...variables } }),
    });
  const inAddress = await send(`/graphql?access_token=${secret}&authorization=Bearer%20${secret}`, {}, {});
  const inCookie = await send('/graphql', { cookie: `guichet=${secret}; authorization=Bearer ${secret}` }, {});
  const inArgument = await send('/graphql', {}, { authorization: secret });
  const answers = [inAddress, inCookie, inArgument].map(({ statusCode, body }) => [
    statusCode,
    JSON.parse(body).data?.desk ?? null,
  ]);
  expect(answers).toEqual([
    [401, null],
    [401, null],
    [401, null],
  ]);
  expect(world.logged.filter((line) => line.includes(secret))).toEqual([]);
});

test('B-19 a key wears its own hat: it names no other, no header and no argument takes it to another school', async () => {
  const system = systemWith(world, key.secret);
  const membership = await admin.read('{ account { memberships { id } } }');
  const hats = ['candidate', 'consortium', membership.account.memberships[0].id, ''];
  const answers = await Promise.all(hats.map((actingAs) => system.ask(queue, { campaign }, { actingAs })));
  expect(answers.map(({ status, errors }) => [status, errors[0]?.extensions.code])).toEqual(hats.map(() => [403, 'FORBIDDEN']));
  const [other] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [B]);
  const headers = { 'x-school': other?.id ?? '', 'x-tenant': B, host: `${B}.example` };
  const answer = await system.ask(queue, { campaign }, { headers });
  expect([answer.errors, answer.data.desk.school.slug, answer.data.desk.candidacies.totalCount]).toEqual([[], A, 1]);
  const schoolArgument = 'query ($campaign: ID!) { desk(schoolId: "B") { candidacies(campaignId: $campaign) { totalCount } } }';
  expect((await system.ask(schoolArgument, { campaign })).errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('B-19 another school’s candidacy is absent to a key, as an unknown one is', async () => {
  const [foreign] = await world.sql<{ id: string }>(
    'select c.id from app.candidacy c join app.school s on s.id = c.school_id where s.slug = $1',
    [B],
  );
  const system = systemWith(world, key.secret);
  const ids = [foreign?.id ?? '', '11111111-1111-4111-8111-111111111111'].map((id) =>
    Buffer.from(`Candidacy:${id}`).toString('base64url'),
  );
  const bodies = await Promise.all(
    ids.map(async (id) => (await system.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).body),
  );
  expect(new Set(bodies.map((body) => body.replace(/"available":\d+/, '"available":0'))).size).toBe(1);
  expect(bodies[0]).toContain('{"data":{"node":null}');
});

test('a key beside a cookie is the one that counts, and a wrong key is not made good by the cookie', async () => {
  const cookie = admin.cookie ?? '';
  const both = await withHeader(`Bearer ${key.secret}`, { cookie });
  expect(both.data.desk.candidacies.edges[0].node.openedAt).toBeNull();
  const asPerson = actor(world.gateway, { accountId: '', email: '', cookie, origin: 'http://127.0.0.1:4000' });
  expect((await asPerson.ask('{ account { email } }')).errors).toEqual([]);
  const account = await asPerson.ask('{ account { email } }', {}, { headers: { authorization: `Bearer ${key.secret}` } });
  expect(account.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect((await withHeader('Bearer gch_test_wrong', { cookie })).status).toBe(401);
});

test('each key spends a budget of its own', async () => {
  const other = await madeKey(admin, ['CANDIDACIES_READ']);
  const left = async (secret: string) =>
    (await systemWith(world, secret).read('{ rateLimit { remaining } }')).rateLimit.remaining;
  await systemWith(world, other.secret).read(queue, { campaign });
  const before = await left(other.secret);
  for (let count = 0; count < 5; count += 1) await systemWith(world, key.secret).read(queue, { campaign });
  expect(await left(other.secret)).toBeGreaterThanOrEqual(before);
});

// Last, for it spends the guesses of the network everybody here asks from.
test('D-21 a network that guesses is refused before the look-up, while its known keys go on', async () => {
  expect((await withHeader(`Bearer ${key.secret}`)).status).toBe(200);
  const statuses = new Set<number>();
  for (let count = 0; count < 65; count += 1) {
    const words = `gch_test_${String(count).padStart(43, 'x')}`;
    statuses.add((await withHeader(`Bearer ${words}`)).status);
  }
  const unmet = `Bearer gch_test_${'y'.repeat(43)}`;
  const { answer: guess, statements } = await countStatements(() => withHeader(unmet));
  expect([...statuses]).toEqual([401, 429]);
  expect([guess.status, guess.errors[0]?.extensions.code, Number(guess.headers['retry-after']) > 0]).toEqual([
    429,
    'THROTTLED',
    true,
  ]);
  expect(lookUps(statements)).toEqual([]);
  const known = await countStatements(() => withHeader(`Bearer ${key.secret}`));
  expect([known.answer.status, lookUps(known.statements).length]).toEqual([200, 1]);
});

/** What reads the stored digests; uses noted meanwhile, of keys shown before, are none. */
const lookUps = (statements: readonly string[]) =>
  statements.filter((text) => text.includes('api_key') && !text.includes('api_key_use'));
