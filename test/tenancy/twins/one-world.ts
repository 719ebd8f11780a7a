import { setTimeout as pause } from 'node:timers/promises';
import { type Filling, filled } from '../matrix/asking/example-values.ts';
import { hear } from '../matrix/asking/heard.ts';
import type { IdKind } from '../matrix/asking/known-ids.ts';
import { ask, type Principal, type Reply } from '../matrix/asking/principal.ts';
import { variablesOf } from '../matrix/asking/variables.ts';
import { withTypeNames } from '../matrix/asking/with-type-names.ts';
import type { RunningGateway } from '../matrix/running-gateway.ts';
import { AsTold } from './as-told.ts';
import { DrawnIds } from './drawn-ids.ts';
import { drawsFrom } from './draws.ts';
import type { Step } from './steps.ts';
import type { TwinFixture } from './twin-fixture.ts';

/** One of the two worlds, as P meets it. */
export interface OneWorld {
  readonly gateway: RunningGateway;
  readonly ids: DrawnIds;
  readonly told: AsTold;
}

/** As it stands when P begins. */
export async function oneWorld(gateway: RunningGateway, { scouted, known }: TwinFixture): Promise<OneWorld> {
  const { rows } = await gateway.administrator.query<{ at: string }>(
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from test.clock`,
  );
  return { gateway, ids: new DrawnIds(scouted.told), told: new AsTold(known, rows[0]?.at ?? '') };
}

/** What a step is taken with: the same in both worlds. */
export interface Turn {
  readonly step: Step;
  readonly seed: string;
  readonly kind: IdKind;
  readonly principal: Principal;
}

/** What was asked and what came back, comparable with the other world; null where P knows no id to ask with. */
export async function taken(world: OneWorld, fixture: TwinFixture, turn: Turn): Promise<string | null> {
  const { gateway, ids, told } = world;
  ids.draws = drawsFrom(turn.seed);
  // A second between steps: else what P makes stands in the order of ids, which are random.
  await gateway.administrator.query(`update test.clock set at = at + interval '1 second'`);
  const operation = await operationOf(world, fixture, turn);
  if (operation === null) return null;
  const reply = await served(() => ask(gateway.port, turn.principal, operation));
  hear(reply.data, turn.principal, { ids, answered: new Map() });
  return `${told.text(JSON.stringify(operation.variables))}\n${told.reply(reply)}`;
}

/** A busy machine keeps a statement waiting too long now and then: as told in the answer, the same call is sent again. */
async function served(call: () => Promise<Reply>, again = 5): Promise<Reply> {
  const reply = await call();
  if (again === 0 || !reply.codes.includes('UNAVAILABLE')) return reply;
  await pause(1000);
  return served(call, again - 1);
}

async function operationOf({ ids, gateway }: OneWorld, fixture: TwinFixture, { step, kind, principal, seed }: Turn) {
  const filling: Filling = { ...fixture, ids, kind, principal, versionOf: kind === 'own' ? versionIn(gateway) : async () => 1 };
  if ('asked' in step) {
    const variables = await variablesOf(step.asked, filling, fixture.given);
    return variables === null ? null : { query: step.asked.query, variables };
  }
  const given = await filled(step.example.variables, filling);
  if (given === null) return null;
  const input = given['input'] as object | undefined;
  const isAct = input !== undefined && 'idempotencyKey' in input;
  const variables = isAct ? { ...given, input: { ...input, idempotencyKey: drawsFrom(`${seed} key`).uuid() } } : given;
  return { query: withTypeNames(step.example.query), variables };
}

/** P knows the version of what P may read; where a guess is wrong the answer says so in both worlds. */
const versionIn =
  ({ administrator }: RunningGateway): Filling['versionOf'] =>
  async (type, uuid) => {
    const table = tables[type] ?? type.replaceAll(/(?<=.)(?=[A-Z])/g, '_').toLowerCase();
    const found = await administrator.query(`select version from app.${table} where id = $1`, [uuid]).catch(() => ({ rows: [] }));
    return found.rows[0]?.version ?? 1;
  };

const tables: Readonly<Record<string, string>> = { View: 'saved_view' };
