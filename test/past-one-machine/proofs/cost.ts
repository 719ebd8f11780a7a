import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import { pino } from 'pino';
import { aCanaryWorld } from '../../tenancy/canary-world.ts';
import { databaseUrl, secret } from '../../world/server.ts';
import type { Site } from '../site.ts';
import type { Found, Proof } from './proof.ts';

/** A candidate's own page, and a school's queue: what most readings are. */
const documents = {
  dashboard:
    'query ($campaign: ID!) { me { application(campaignId: $campaign) { id state reference choices { school { name } } } } }',
  queue:
    'query ($campaign: ID!) { desk { candidacies(campaignId: $campaign, first: 50) { edges { node { id state dossier { reference identity { lastName } } } } } } }',
} as const;

const lanes = 8;

/**
 * What it costs to send every statement without a name, and to go through the pooler: three gateways on the same rows, asked in turn
 * A B C … C B A, medians of the ratios to named statements sent straight to the server.
 */
export const cost: Proof = async (site, { seconds }) => {
  const fixture = await aCanaryWorld();
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  const gateways = await gatewaysOn(site, database);
  try {
    const figures: Record<string, unknown> = {};
    const { C1, OA } = fixture.people;
    const variables = { campaign: fixture.dossiers.C1.campaignId };
    for (const [name, cookie] of [
      ['dashboard', C1.cookie],
      ['queue', OA.cookie],
    ] as const) {
      const asked = { query: documents[name], variables, cookie: cookie ?? '' };
      figures[name] = await measured(gateways, asked, seconds);
    }
    return { ...figures, faults: [] } satisfies Found;
  } finally {
    await Promise.all(Object.values(gateways).map((gateway) => gateway.close()));
    await fixture.world.close();
  }
};

type Ways = Readonly<Record<'named' | 'unnamed' | 'pooled', Gateway>>;

async function gatewaysOn(site: Site, database: string): Promise<Ways> {
  const straight = databaseUrl(site.ownerUrl, database);
  const [log, url] = [pino({ level: 'silent' }), 'http://127.0.0.1:4000'];
  const parts = { secret, url, isProduction: false, trustedProxies: [], log, connections: lanes, budget: 999_999_999 };
  return {
    named: await createGateway({ ...parts, databaseUrl: straight }),
    unnamed: await createGateway({ ...parts, databaseUrl: straight, namesStatements: false }),
    pooled: await createGateway({
      ...parts,
      databaseUrl: `postgres://127.0.0.1:${site.pooler.port}/${database}`,
      namesStatements: false,
    }),
  };
}

interface Asked {
  readonly query: string;
  readonly variables: object;
  readonly cookie: string;
}

const rounds = 5;

async function measured(ways: Ways, asked: Asked, seconds: number) {
  const names = ['named', 'unnamed', 'pooled'] as const;
  for (const name of names) await perSecond(ways[name], asked, 0.5);
  const ratios: Record<string, number[]> = { unnamed: [], pooled: [] };
  const named: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rates: Record<string, number> = {};
    for (const name of round % 2 === 0 ? names : names.toReversed()) rates[name] = await perSecond(ways[name], asked, seconds);
    named.push(rates['named'] ?? 0);
    for (const name of ['unnamed', 'pooled']) ratios[name]?.push((rates[name] ?? 0) / (rates['named'] ?? 1));
  }
  const [unnamedRatio, pooledRatio] = [median(ratios['unnamed'] ?? []), median(ratios['pooled'] ?? [])];
  return { rounds, namedPerSecond: Math.round(median(named)), unnamedRatio, pooledRatio };
}

/** Answers a second of eight who ask one after another; every one is read, for errors come under 200. */
async function perSecond({ app }: Gateway, { query, variables, cookie }: Asked, seconds: number): Promise<number> {
  const headers = { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000', cookie };
  const payload = JSON.stringify({ query, variables });
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const lane = async () => {
    while (performance.now() < until) {
      const { body } = await app.inject({ method: 'POST', url: '/graphql', headers, payload });
      if (body.includes('"errors"')) throw new Error(body);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answered / seconds;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 100) / 100;
}
