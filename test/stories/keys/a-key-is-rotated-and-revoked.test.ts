import { mostKeys } from '@guichet/domain/key/key-life';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import {
  askForKey,
  askToRevoke,
  askToRotate,
  campaignId,
  createInput,
  madeKey,
  queue,
  systemWith,
} from '../../world/key-desk.ts';
import { aWorld, type World } from '../../world/world.ts';

const [A, B] = ['imt-mines-albi', 'imt-mines-ales'];
let world: World;
let admin: Actor;
let campaign: string;

beforeAll(async () => {
  world = await aWorld();
  await submitted(await world.candidate('Claire'), { schools: [A, B] });
  admin = await world.member(A, ['ADMIN'], 'head');
  campaign = await campaignId(world);
}, 120_000);
afterAll(() => world.close());

const queueOf = (secret: string) => systemWith(world, secret).ask(queue, { campaign });

test('a key reads its school’s queue, is rotated with a day in which both words answer, and revoked is refused at the next request', async () => {
  const key = await madeKey(admin, ['CANDIDACIES_READ']);
  const first = await queueOf(key.secret);
  expect([first.errors, first.data.desk.school.slug, first.data.desk.candidacies.totalCount]).toEqual([[], A, 1]);

  const { data } = await askToRotate(admin, key);
  const { secret, apiKey } = data.rotateApiKey;
  expect(apiKey).toMatchObject({ id: key.id, version: 2, overlapEndsAt: '2027-02-02T09:00:00.000Z' });
  expect([(await queueOf(key.secret)).status, (await queueOf(secret)).status]).toEqual([200, 200]);

  await world.later({ hours: 24 });
  const signedInAgain = await world.signInAgain(admin);
  expect([(await queueOf(key.secret)).status, (await queueOf(secret)).status]).toEqual([401, 200]);

  const revoked = await askToRevoke(signedInAgain, key.id);
  expect(revoked.data.revokeApiKey.apiKey.revokedAt).toBe('2027-02-02T09:00:00.000Z');
  expect((await queueOf(secret)).status).toBe(401);
  admin = signedInAgain;
});

test('the words of a key are shown once: a repeated call answers the key without them, and the database holds none', async () => {
  const input = createInput(['TOTALS_READ']);
  const once = await askForKey(admin, input);
  const again = await askForKey(admin, input);
  const made = once.data.createApiKey;
  expect(made.secret).toMatch(/^gch_test_[A-Za-z0-9_-]{43}$/);
  expect(again.data.createApiKey).toEqual({ ...made, secret: null });
  const [row] = await world.sql<{ all: string }>(
    `select (select json_agg(k)::text from app.api_key k) || (select json_agg(s)::text from app.api_key_secret s)
      || (select json_agg(i)::text from app.idempotency i) || (select json_agg(a)::text from app.audit a) as all`,
  );
  const holds = (text: string, word: string) => text.includes(word);
  expect([holds(row?.all ?? '', made.apiKey.prefix), holds(row?.all ?? '', made.secret.slice('gch_test_'.length))]).toEqual([
    true,
    false,
  ]);
  expect(holds(world.logged.join(''), made.secret)).toBe(false);
});

test('a rotated secret’s repetition answers null too, and of two rotations at once one finds another version', async () => {
  const key = await madeKey(admin, ['TOTALS_READ']);
  const idempotencyKey = 'the-same-key-twice-over';
  const once = await askToRotate(admin, key, { idempotencyKey });
  const again = await askToRotate(admin, key, { idempotencyKey });
  expect([typeof once.data.rotateApiKey.secret, again.data.rotateApiKey.secret]).toEqual(['string', null]);
  const both = await Promise.all([1, 2].map(() => askToRotate(admin, { ...key, version: 2 })));
  const codes = both.map(({ data }) => data.rotateApiKey.userErrors.map(({ code }: { code: string }) => code).join());
  expect(codes.toSorted()).toEqual(['', 'STALE_VERSION']);
});

test('rotated twice in a day, the words in use still have their twenty-four hours', async () => {
  const key = await madeKey(admin, ['CANDIDACIES_READ']);
  await askToRotate(admin, key);
  await world.later({ minutes: 10 });
  await askToRotate(admin, { ...key, version: 2 });
  expect((await queueOf(key.secret)).status).toBe(200);
});

test('rotated to an earlier end, a key tells no overlap that outlasts it', async () => {
  const key = await madeKey(admin, ['CANDIDACIES_READ']);
  const [now] = await world.sql<{ at: string }>(
    `select to_char(app.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  const soon = Temporal.Instant.from(now?.at ?? '')
    .add({ hours: 1 })
    .toString({ fractionalSecondDigits: 3 });
  const { apiKey, userErrors } = (await askToRotate(admin, key, { expiresAt: soon })).data.rotateApiKey;
  expect([userErrors, apiKey.expiresAt, apiKey.overlapEndsAt]).toEqual([[], soon, soon]);
});

test('D-21 a key ends by itself: after 90 days when nothing is said, and no rotation brings it back', async () => {
  const key = await madeKey(admin, ['CANDIDACIES_READ']);
  await world.later({ hours: 90 * 24 - 1 });
  expect((await queueOf(key.secret)).status).toBe(200);
  await world.later({ hours: 1 });
  admin = await world.signInAgain(admin);
  expect((await queueOf(key.secret)).status).toBe(401);
  const late = await askToRotate(admin, key);
  expect(late.data.rotateApiKey).toEqual({ apiKey: null, secret: null, userErrors: [{ code: 'KEY_ENDED', path: null }] });
});

test('the desk shows when a key was last used, to the minute, and never its words', async () => {
  const key = await madeKey(admin, ['CANDIDACIES_READ']);
  const listed = async () => {
    const { desk } = await admin.read('{ desk { apiKeys { id name prefix scopes lastUsedAt revokedAt } } }');
    return desk.apiKeys.find(({ id }: { id: string }) => id === key.id);
  };
  expect((await listed()).lastUsedAt).toBeNull();
  const used = async () => {
    await queueOf(key.secret);
    await world.gateway.settled();
    return (await listed()).lastUsedAt;
  };
  const first = await used();
  await world.later({ seconds: 59 });
  expect(await used()).toBe(first);
  await world.later({ seconds: 1 });
  expect(
    Temporal.Instant.from(first)
      .until(await used())
      .total('minutes'),
  ).toBe(1);
});

test('every objection to a new key is told at once, in the reader’s language', async () => {
  const input = createInput([], { name: ' ', expiresAt: '2030-01-01T00:00:00.000Z' });
  const { data } = await askForKey(admin, input);
  const { apiKey, secret, userErrors } = data.createApiKey;
  expect([apiKey, secret]).toEqual([null, null]);
  expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, path?.join('.')])).toEqual([
    ['BLANK', 'name'],
    ['NO_SCOPE', 'scopes'],
    ['EXPIRY_TOO_FAR', 'expiresAt'],
  ]);
  expect(userErrors.at(-1).message).toBe('Choisissez une date d’expiration dans les 366 jours.');
});

test('of the keys asked for at once no more are made than a school may have', async () => {
  const head = await world.member('imt-lille-douai', ['ADMIN'], 'pressed');
  for (let made = 0; made < mostKeys - 2; made += 1) await madeKey(head, ['TOTALS_READ']);
  const answers = await Promise.all(Array.from({ length: 16 }, () => askForKey(head, createInput(['TOTALS_READ']))));
  const codes = answers.flatMap(({ data }) => data.createApiKey.userErrors.map(({ code }: { code: string }) => code));
  expect(codes).toEqual(Array(14).fill('TOO_MANY_KEYS'));
});

test('an officer makes no key, another school’s administrator finds none, and the trail names every act', async () => {
  const key = await madeKey(admin, ['TOTALS_READ']);
  const officer = await world.member(A, ['OFFICER'], 'officer');
  const stranger = await world.member(B, ['ADMIN'], 'stranger');
  const codesOf = async (answer: Promise<{ errors: readonly { extensions: { code: string } }[] }>) =>
    (await answer).errors.map(({ extensions }) => extensions.code);
  expect(await codesOf(askForKey(officer, createInput(['TOTALS_READ'])))).toEqual(['FORBIDDEN']);
  expect(await codesOf(askToRotate(stranger, key))).toEqual(['NOT_FOUND']);
  expect(await codesOf(askToRevoke(stranger, key.id))).toEqual(['NOT_FOUND']);
  await askToRotate(admin, key);
  await askToRevoke(admin, key.id);
  const trail = await world.sql<{ act: string; actor_id: string }>(
    `select act, actor_id from app.audit where object_id = $1 order by act`,
    [Buffer.from(key.id, 'base64url').toString().split(':')[1]],
  );
  expect(trail.map(({ act, actor_id: by }) => [act, by === admin.accountId])).toEqual([
    ['KEY_CREATED', true],
    ['KEY_REVOKED', true],
    ['KEY_ROTATED', true],
  ]);
});
