import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { dataFolder, descendantsOf, isAlive, run, type StartedPlatform, startOn } from './started-platform.ts';

jest.setTimeout(120_000);

interface Account {
  readonly kind: string;
  readonly school: string | null;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string | null;
  readonly note?: string;
}

interface Key {
  readonly apiKey: string;
  readonly scopes: readonly string[];
}

interface Read {
  readonly isMasked: boolean;
  readonly dossier: { readonly identity: unknown };
}

const data = dataFolder();
const inData = (name: string) => join(data, name);
const entries = () => JSON.parse(readFileSync(inData('demo-accounts.json'), 'utf8')) as (Account & Key)[];
const accounts = (): readonly Account[] => entries().filter(({ kind }) => kind !== 'api-key');
let platform: StartedPlatform;

beforeAll(async () => {
  platform = await startOn(data);
}, 120_000);
afterAll(async () => {
  platform.child.kill('SIGTERM');
  await platform.ended;
  rmSync(data, { recursive: true, force: true });
});

const signIn = ({ email, password }: Account, { url }: StartedPlatform) =>
  fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });

test('a first start serves the demonstration, open, with its schools and a queue for each', async () => {
  expect(platform.output().match(/^Guichet serves .*$/gm)).toHaveLength(1);
  expect((await fetch(`${platform.url}/health/live`)).status).toBe(200);
  expect((await fetch(`${platform.url}/health/ready`)).status).toBe(200);
  const slug = /campaign (\S+) loaded/.exec(platform.output())?.[1];
  const answer = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ campaign(slug: "${slug}") { state members { school { slug } } } }` }),
  });
  const body = (await answer.json()) as { data: { campaign: { state: string; members: unknown[] } } };
  expect(body.data.campaign).toMatchObject({ state: 'OPEN' });
  expect(body.data.campaign.members).toHaveLength(3);
});

test('each kind of person has a demo account that signs in, written for the owner’s eyes only', async () => {
  expect(statSync(inData('demo-accounts.json')).mode & 0o777).toBe(0o600);
  const counted = Map.groupBy(accounts(), ({ kind }) => kind);
  expect([...counted].map(([kind, people]) => [kind, people.length])).toEqual([
    ['candidate', 3],
    ['school-admin', 3],
    ['admissions-officer', 3],
    ['reviewer', 3],
    ['consortium-admin', 1],
  ]);
  for (const [account] of counted.values()) {
    const answer = await signIn(account as Account, platform);
    expect([account?.kind, answer.status]).toEqual([account?.kind, 200]);
    expect(answer.headers.get('set-cookie')).toMatch(/^guichet=/);
  }
});

test('each administrator of the demonstration signs in by a code that the file lets anybody show, and is known by it alone', async () => {
  const codeOf = (email: string) => run('code', [email], { GUICHET_DATA: data });
  const [officer] = accounts().filter(({ kind }) => kind === 'admissions-officer');
  const refused = codeOf(officer?.email ?? '');
  expect([await refused.ended, officer?.totpSecret]).toEqual([1, null]);
  const admins = accounts().filter(({ kind }) => kind === 'school-admin' || kind === 'consortium-admin');
  expect(admins).toHaveLength(4);
  for (const admin of admins) {
    const begun = await signIn(admin, platform);
    expect(await begun.json()).toEqual({ secondFactor: 'CODE' });
    const told = codeOf(admin.email);
    expect(await told.ended).toBe(0);
    const answer = await fetch(`${platform.url}/auth/sign-in/code`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: platform.url,
        cookie: begun.headers.get('set-cookie')?.split(';')[0] ?? '',
      },
      body: JSON.stringify({ code: told.output().slice(0, 6) }),
    });
    expect([admin.email, answer.status]).toEqual([admin.email, 200]);
  }
});

test('each school of the demonstration has a key that reads and a key that writes, and both read its queue', async () => {
  const keys = entries().filter(({ kind }) => kind === 'api-key');
  const schools = new Set(keys.map(({ school }) => school));
  expect([keys.length, schools.size]).toEqual([6, 3]);
  for (const { apiKey, school, scopes } of keys) {
    const answer = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ query: '{ desk { school { slug } } }' }),
    });
    expect(await answer.json()).toMatchObject({ data: { desk: { school: { slug: school } } } });
    expect([apiKey.slice(0, 9), scopes.includes('CANDIDACIES_READ')]).toEqual(['gch_test_', true]);
  }
  expect(keys.filter(({ scopes }) => scopes.includes('CANDIDACIES_WRITE'))).toHaveLength(3);
});

test('one candidate of the demonstration has sent a dossier to every school, and sees who opened it', async () => {
  const [sent] = accounts().filter(({ note }) => note?.startsWith('has sent'));
  const cookie = (await signIn(sent as Account, platform)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const campaignSlug = /campaign (\S+) loaded/.exec(platform.output())?.[1];
  const ask = async (query: string, variables = {}) => {
    const headers = { 'content-type': 'application/json', cookie, 'acting-as': 'candidate' };
    const answer = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return ((await answer.json()) as { data: never }).data;
  };
  const { campaign } = (await ask(`{ campaign(slug: "${campaignSlug}") { id } }`)) as { campaign: { id: string } };
  const query = `query ($id: ID!) { me { application(campaignId: $id) { state choices { school { slug } } }
    accessLog(first: 5) { edges { node { reader means } } } } }`;
  expect(await ask(query, { id: campaign.id })).toMatchObject({
    me: {
      application: { state: 'SUBMITTED', choices: [{}, {}, {}] },
      accessLog: { edges: [{ node: { reader: 'OFFICER', means: 'SCREEN' } }] },
    },
  });
});

test('each reviewer of the demonstration finds dossiers to read, some of them anonymous', async () => {
  for (const reviewer of accounts().filter(({ kind }) => kind === 'reviewer')) {
    const cookie = (await signIn(reviewer, platform)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const query = '{ reading { readings(first: 50) { edges { node { isMasked dossier { identity { lastName } } } } } } }';
    const answer = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query }),
    });
    const body = (await answer.json()) as { data: { reading: { readings: { edges: { node: Read }[] } } } };
    const read = body.data.reading.readings.edges.map(({ node }) => [node.isMasked, node.dossier.identity === null]);
    expect([read.length, read.filter(([isMasked]) => isMasked).length]).toEqual([12, 6]);
    expect(read.filter(([isMasked, isHidden]) => isMasked !== isHidden)).toEqual([]);
  }
});

test('mail is caught and shown while developing', async () => {
  const answer = await fetch(`${platform.url}/dev/mails`, { headers: { accept: 'application/json' } });
  expect(await answer.json()).toEqual([]);
});

test('a second start on the same folder is refused in words, and the first goes on serving', async () => {
  const second = run('start', [], { GUICHET_DATA: data, PORT: '4999' });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`already in use by process ${platform.pid}`);
  expect(second.output()).not.toContain('    at ');
  expect((await fetch(`${platform.url}/health/ready`)).status).toBe(200);
});

test('the story of one dossier is told on the platform that runs, from its registration to the archive', async () => {
  const story = run('demo', [], { GUICHET_DATA: data });
  expect([await story.ended, story.output()]).toEqual([0, expect.stringContaining('The story is told.')]);
  const told = story.output();
  expect(told).toContain('does not admit your mention');
  expect(told).toMatch(/gch_test_\S{8}…, shown this once/);
  expect(told).toContain('old words: refused, UNAUTHENTICATED; new words: refused, UNAUTHENTICATED');
  expect(told).toMatch(/taken back: 1\u00a0dossier, 1\u00a0as before/);
  expect(told).toContain('refused: NOT_FOUND');
  expect(told.match(/^ {4}ASTG3-\S+ +Ménard Éloïse .* RECEIVED /gm)).toHaveLength(3);
  expect(told).toMatch(/imt-mines-ales +WITHDRAWN/);
  expect(told).toContain('now ARCHIVED');
});

test('after a kill -9 the next start serves the same people, and loads nothing twice', async () => {
  const before = accounts();
  platform.child.kill('SIGKILL');
  await platform.ended;
  platform = await startOn(data);
  expect(accounts()).toEqual(before);
  expect(platform.output()).not.toContain('loaded and opened');
  expect((await signIn(before[0] as Account, platform)).status).toBe(200);
});

test('H-10 SIGTERM ends the platform with 0 and leaves no process behind', async () => {
  const children = descendantsOf(platform.pid);
  expect(children.length).toBeGreaterThan(0);
  platform.child.kill('SIGTERM');
  expect(await platform.ended).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
  expect(existsSync(inData('run.json'))).toBe(false);
});

test('the demonstration is loaded anew on a database of its own, the former one set aside', async () => {
  const before = accounts();
  const anew = run('load-anew', [], { GUICHET_DATA: data });
  expect([await anew.ended, anew.output()]).toEqual([0, expect.stringContaining('stands aside as guichet_aside_1')]);
  expect(anew.output()).toContain('400 synthetic dossiers submitted');
  expect(accounts()[0]?.password).not.toBe(before[0]?.password);
});
