import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ExampleOperation, exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import { bareSchema } from '@guichet/gateway/schema';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Client } from 'pg';
import type { CanaryWorld } from '../canary-world.ts';
import { type Acting, actsOf, tryActs } from '../matrix/acting/run-acts.ts';
import { type Asked, documentsOf } from '../matrix/asking/documents.ts';
import { exampleArguments } from '../matrix/asking/example-values.ts';
import type { Principal } from '../matrix/asking/principal.ts';
import { harvest, probe, type Reading } from '../matrix/asking/run-reads.ts';
import { type Facts, mayMove, mayRead } from '../matrix/facts.ts';
import { type Findings, noFindings } from '../matrix/findings.ts';
import { placesOf } from '../matrix/left-behind/picks.ts';
import { runGateway } from '../matrix/running-gateway.ts';
import { type Suffered, unleash } from './faults.ts';
import { seeded } from './seeded.ts';

/** A fixture whose database nobody holds open any more, and how much of the matrix to run over it. */
export interface Chaos {
  readonly fixture: CanaryWorld;
  readonly principals: readonly Principal[];
  readonly facts: Facts;
  readonly database: string;
  readonly seed: number;
  /** Share of the documents and acts that each principal tries. */
  readonly share: number;
  /** Connections the gateway has, one run each. */
  readonly pools: readonly number[];
}

/** What one pool went through, and what was found out meanwhile. */
export interface Survived {
  readonly pool: number;
  readonly suffered: Suffered;
  readonly findings: Findings;
}

/** As many ask at once: more than a small pool can serve, and not so many that all wait in vain. */
const atOnce = 4;

const operations = join(import.meta.dirname, '../../../schema/operations');

/** Ids are gathered in peace; then everybody asks and acts at once while connections break, transactions are lost and answers wait. */
export async function survive(chaos: Chaos): Promise<readonly Survived[]> {
  const random = seeded(chaos.seed);
  const parts = await prepared(chaos);
  await gather(chaos, parts);
  const survived: Survived[] = [];
  for (const pool of chaos.pools) survived.push(await survivedBy(pool, chaos, { ...parts, random }));
  return survived;
}

interface Parts {
  readonly reading: Omit<Reading, 'port'>;
  readonly acting: Acting;
}

/** Whose each id is shows in who is told it: one question a type is enough, asked by everybody. */
async function gather({ database, principals }: Chaos, { reading }: Parts): Promise<void> {
  const gateway = await runGateway({ from: database, to: `${database}_calm` });
  const nearest = new Map<string, Asked>();
  const { documents, schema } = reading;
  for (const document of documents.filter(({ path, type }) => !path.startsWith('node') && isNode(schema, type))) {
    if (document.steps < (nearest.get(document.type)?.steps ?? Number.POSITIVE_INFINITY)) nearest.set(document.type, document);
  }
  try {
    await harvest({ ...reading, port: gateway.port, documents: [...nearest.values()] }, principals);
  } finally {
    await gateway.close();
  }
}

const isNode = (schema: GraphQLSchema, name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) && type.getInterfaces().some((each) => each.name === 'Node');
};

interface Tried extends Parts {
  readonly random: () => number;
}

async function survivedBy(pool: number, { database, principals, share }: Chaos, tried: Tried): Promise<Survived> {
  const { random, acting: all, reading: calm } = tried;
  const gateway = await runGateway({ from: database, to: `${database}_chaos${pool}`, connections: pool });
  // The ids stay known; what is found out counts for this pool alone.
  const findings = { ...noFindings(), ids: calm.findings.ids };
  const [reading, acting] = [
    { ...calm, findings, port: gateway.port },
    { ...all, findings },
  ];
  const faults = unleash(gateway.administrator, random);
  try {
    const waiting = [...principals];
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await read(reading, next, chosen(reading.documents, share, random));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    // Before and after each one's acts the rows are read: every sixth of the principals tries six times as many.
    const first = Math.floor(random() * 6);
    for (const principal of principals.filter((_, place) => place % 6 === first)) {
      await quiet(gateway.administrator);
      await tryActs({ ...acting, acts: chosen(acting.acts, 6 * share, random) }, principal, gateway);
    }
  } finally {
    await faults.stop();
    await gateway.close();
  }
  return { pool, suffered: faults.suffered, findings };
}

async function read(reading: Reading, principal: Principal, documents: readonly Asked[]): Promise<void> {
  await harvest({ ...reading, documents }, [principal]);
  await probe({ ...reading, documents }, [principal]);
}

const chosen = <T extends Asked | ExampleOperation>(all: readonly T[], share: number, random: () => number) =>
  all.filter(() => random() < share);

/** Nothing of one principal's may land in the next one's time; what a login does is not told, but a transaction holds locks. */
async function quiet(administrator: Client): Promise<void> {
  const busy = `select from pg_locks join pg_stat_activity a using (pid) where a.datname = current_database() and usename = 'app_login'`;
  for (let idle = 0; idle < 3; ) {
    await pause(20);
    idle = (await administrator.query(busy)).rowCount === 0 ? idle + 1 : 0;
  }
}

async function prepared({ fixture, facts }: Chaos): Promise<Parts> {
  const schema = await bareSchema();
  const examples = exampleOperations(operations);
  const shared = {
    schema,
    findings: noFindings(),
    words: placesOf(fixture),
    forbiddenIn: (principal: Principal, text: string) =>
      fixture.canaries
        .in(text)
        .filter((word) => !mayRead(facts, principal, word))
        .map(({ owner, place }) => `${place} of ${owner}`),
  };
  return {
    reading: { ...shared, documents: documentsOf(schema), given: exampleArguments(examples) },
    acting: {
      ...shared,
      acts: actsOf(examples),
      picksOf: () => ({}),
      mayMove: (principal: Principal, owner: string) => mayMove(facts, principal, owner),
    },
  };
}
