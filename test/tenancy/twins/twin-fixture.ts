import { join } from 'node:path';
import { type ExampleOperation, exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import { bareSchema } from '@guichet/gateway/schema';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../../world/actor.ts';
import { completeDossier, type HeldDossier } from '../../world/dossier.ts';
import { type CanaryWorld, schoolOf } from '../canary-world.ts';
import { type Asked, documentsOf } from '../matrix/asking/documents.ts';
import { exampleArguments, type Filling } from '../matrix/asking/example-values.ts';
import type { Principal } from '../matrix/asking/principal.ts';
import { placesOf } from '../matrix/left-behind/picks.ts';
import { aMatrixWorld } from '../matrix/matrix-world.ts';
import { runGateway } from '../matrix/running-gateway.ts';
import { type Scouted, scouted } from './scouting.ts';
import { principalsOf } from './twin-principals.ts';

/** What is known of the contract, whoever asks. */
export interface Knowledge {
  readonly schema: GraphQLSchema;
  readonly documents: readonly Asked[];
  readonly examples: readonly ExampleOperation[];
  readonly given: ReadonlyMap<string, string>;
  readonly words: Filling['words'];
}

/** What every pair is made from. */
export interface TwinFixture extends Knowledge {
  readonly fixture: CanaryWorld;
  /** Name of the database both worlds are copies of. */
  readonly database: string;
  readonly principals: ReadonlyMap<string, Principal>;
  /** A fifth candidate with a whole dossier for A, not submitted. */
  readonly fifth: { readonly person: Actor; readonly held: HeldDossier };
  readonly scouted: Scouted;
  /** Ids and references that both worlds hold from the beginning. */
  readonly known: ReadonlySet<string>;
}

const operations = join(import.meta.dirname, '../../../schema/operations');

/** The fixture of the matrix and a fifth candidate, closed, and what these principals are told of it. */
export async function aTwinFixture(names: ReadonlySet<string>): Promise<TwinFixture> {
  const fixture = await aMatrixWorld();
  const person = await fixture.world.candidate('C5');
  const held = await completeDossier(person, { schools: [schoolOf.A] });
  const known = await randomValues(fixture);
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  await fixture.world.close();
  const [schema, examples] = [await bareSchema(), exampleOperations(operations)];
  const knowledge: Knowledge = {
    schema,
    examples,
    documents: documentsOf(schema),
    given: exampleArguments(examples),
    words: placesOf(fixture),
  };
  const principals = principalsOf(fixture);
  const scouts = [...principals.values()].filter(({ name }) => names.has(name) || name === 'anonymous');
  const gateway = await runGateway({ from: database, to: `${database}_scout` });
  try {
    return {
      ...knowledge,
      fixture,
      database,
      principals,
      known,
      fifth: { person, held },
      scouted: await scouted(gateway.port, knowledge, scouts),
    };
  } finally {
    await gateway.close();
  }
}

/** Every id of the database, and every reference. */
async function randomValues({ world }: CanaryWorld): Promise<ReadonlySet<string>> {
  const tables = await world.sql<{ t: string }>(
    `select schemaname || '.' || tablename as t from pg_tables where schemaname in ('app', 'auth')`,
  );
  const values = new Set<string>();
  for (const { t } of tables) {
    const rows = await world.sql<{ found: string }>(
      `select distinct (regexp_matches(x::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|ASTG\\d-\\d\\d-[2-9A-Z]{5}', 'g'))[1] as found from ${t} x`,
    );
    for (const { found } of rows) values.add(found);
  }
  return values;
}
