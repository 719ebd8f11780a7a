import { randomInt } from 'node:crypto';
import { bareSchema } from '@guichet/gateway/schema';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCanaryWorld, type CanaryWorld } from '../tenancy/canary-world.ts';
import { ask, type Principal } from '../tenancy/matrix/asking/principal.ts';
import { mayRead } from '../tenancy/matrix/facts.ts';
import { factsOf, principalsOf } from '../tenancy/matrix/principals.ts';
import { type RunningGateway, runGateway } from '../tenancy/matrix/running-gateway.ts';
import { privateIds } from '../tenancy/node-probes.ts';
import { secretIn, serverLog } from '../world/server-log.ts';
import { type Fuzzed, fuzz } from './fuzz.ts';
import { markIn } from './hostile-values.ts';
import { keepPlaces, keptPlaces } from './kept-seeds.ts';

const several = ['anonymous', 'C1', 'C4', 'OA', 'AA', 'RA1', 'OP', 'KW'];
const documents = Number(process.env['GUICHET_FUZZ_DOCUMENTS'] ?? 2000);
const seed = Number(process.env['GUICHET_FUZZ_SEED'] ?? randomInt(2 ** 31));

let fixture: CanaryWorld;
let everybody: readonly Principal[];
let gateway: RunningGateway;
let fuzzed: Fuzzed;

beforeAll(async () => {
  fixture = await aCanaryWorld();
  everybody = principalsOf(fixture);
  const [facts, ids, names] = [await factsOf(fixture), await privateIds(fixture), await namesOf(fixture)];
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  await fixture.world.close();
  gateway = await runGateway({ from: database, to: `${database}_fuzzed` });
  const forbiddenIn = (principal: Principal, text: string) =>
    fixture.canaries
      .in(text)
      .filter((word) => !mayRead(facts, principal, word))
      .map(({ owner, place }) => `${place} of ${owner}`);
  const principals = everybody.filter(({ name }) => several.includes(name));
  const fuzzing = { port: gateway.port, schema: await bareSchema(), principals, ids, names, forbiddenIn };
  const places = Array.from({ length: documents }, (_, number) => ({ seed, number }));
  fuzzed = await fuzz(fuzzing, [...keptPlaces(), ...places]);
  if (fuzzed.faults.length > 0) keepPlaces(fuzzed.faults);
  const { refusals, objections, codes } = fuzzed;
  process.stdout.write(`seed ${seed}: ${refusals.size} refusals, ${objections.size} objections, ${JSON.stringify([...codes])}\n`);
}, 900_000);
afterAll(() => gateway?.close());

/** Names that only the database knows: an English word may be a table too, one with an underscore is not English. */
async function namesOf({ world }: CanaryWorld): Promise<ReadonlySet<string>> {
  const rows = await world.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace in ('app'::regnamespace, 'auth'::regnamespace)
     union select conname from pg_constraint union select rolname from pg_roles
     union select attname from pg_attribute join pg_class on pg_class.oid = attrelid and relnamespace = 'app'::regnamespace`,
  );
  return new Set(rows.map(({ name }) => name).filter((name) => name.includes('_')));
}

test('A-22 no answer to two thousand documents repeats an input, shows how we are built, tells another’s word or is a bug of ours', () => {
  expect(fuzzed.faults).toEqual([]);
});

test('A-19 at most thirty distinct refusals are told, and most documents came far enough to be answered', () => {
  expect([...fuzzed.refusals].length).toBeLessThanOrEqual(30);
  expect(fuzzed.codes.get('GRAPHQL_VALIDATION_FAILED') ?? 0).toBeLessThan(fuzzed.sent * 0.6);
});

test('A-23 the gateway answers as before', async () => {
  const nobody = everybody.find(({ name }) => name === 'anonymous') as Principal;
  expect((await ask(gateway.port, nobody, { query: '{ serverTime }', variables: {} })).status).toBe(200);
});

test('I-10 the log at its most talkative holds no input, no word of anybody, no address, no cookie, no key', async () => {
  const log = gateway.logged.join('\n');
  expect(gateway.logged.length).toBeGreaterThanOrEqual(documents);
  expect(log.match(markIn)).toBeNull();
  expect(fixture.canaries.in(log)).toEqual([]);
  expect(secretsOf(fixture).filter((secret) => log.includes(secret))).toEqual([]);
});

test('I-10 PostgreSQL’s own log, of all tests so far, holds no input, no word of anybody, no cookie and no key', async () => {
  const log = await serverLog(async (text) => (await gateway.administrator.query(text)).rows);
  expect(log).toContain('connection authorized');
  expect(secretIn(log)).toBeNull();
  expect(secretsOf(fixture).filter((secret) => log.includes(secret))).toEqual([]);
});

/** Addresses, cookies and keys of everybody. */
function secretsOf({ people }: CanaryWorld): readonly string[] {
  return Object.values(people)
    .flatMap(({ email, cookie }) => [email, cookie?.split('=')[1] ?? email])
    .filter((text) => text !== '');
}
