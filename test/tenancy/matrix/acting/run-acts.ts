import type { ExampleOperation } from '@guichet/gateway/http/query-page/example-operations';
import type { Client } from 'pg';
import { inOrder } from '../../../contract/published/acts-in-order.ts';
import type { Filling } from '../asking/example-values.ts';
import { exampleTakesPrivateId, filled } from '../asking/example-values.ts';
import { hear } from '../asking/heard.ts';
import { type IdKind, idKinds } from '../asking/known-ids.ts';
import { ask, comparable, type Principal, type Reply } from '../asking/principal.ts';
import { note, type Reading } from '../asking/run-reads.ts';
import { withTypeNames } from '../asking/with-type-names.ts';
import { inLanes } from '../in-lanes.ts';
import type { RunningGateway } from '../running-gateway.ts';
import { moved, rowDigests } from './row-digests.ts';

/** What a run of acts needs beyond a run of questions. */
export interface Acting extends Omit<Reading, 'documents' | 'given' | 'port'> {
  /** Examples of the contract that change something, each after those it builds upon. */
  readonly acts: readonly ExampleOperation[];
  /** What a principal's own acts are about, by placeholder or by `example.placeholder`. */
  readonly picksOf: (principal: Principal) => Readonly<Record<string, unknown>>;
  /** Whether a principal may move rows of this table that belong to this owner. */
  readonly mayMove: (principal: Principal, owner: string) => boolean;
}

/** What only reads is asked where an act hands back what it told: a digest. */
const isAct = (example: ExampleOperation) => mutationOf(example) !== '' || /digest/i.test(example.query);

/** The acts of the contract in their order, those on whole accounts last of all. */
export const actsOf = (examples: readonly ExampleOperation[]): readonly ExampleOperation[] => {
  const acts = inOrder(examples.filter(isAct));
  const isAccounts = ({ audience }: ExampleOperation) => audience === 'account';
  return [...acts.filter((act) => !isAccounts(act)), ...acts.filter(isAccounts)];
};

/** One principal tries every act with every kind of id on a copy of its own; no row of others may move. */
export async function tryActs(acting: Acting, principal: Principal, { port, administrator }: RunningGateway): Promise<void> {
  const versionOf = versionsIn(administrator);
  const before = await rowDigests(administrator);
  const answers = new Map<string, Set<string>>();
  for (const kind of idKinds.toReversed()) {
    for (const act of acting.acts) {
      if (kind !== 'own' && (mutationOf(act) === '' || !exampleTakesPrivateId(act, acting.schema, acting.findings.ids))) continue;
      const reply = await tried(acting, { act, kind, principal, port, versionOf });
      if (reply && kind !== 'own' && isRefused(reply, act))
        answers.set(nameOf(act), (answers.get(nameOf(act)) ?? new Set()).add(comparable(reply)));
    }
    for (const owner of moved(before, await rowDigests(administrator))) {
      if (!acting.mayMove(principal, owner)) acting.findings.moves.add(`${principal.name} moved ${owner} (${kind})`);
    }
  }
  for (const [name, bodies] of answers) {
    if (bodies.size > 1) acting.findings.oracles.add(`${principal.name} ${name}: ${[...bodies].join(' is not ')}`);
  }
}

/** Everybody asks the questions among the examples: their pages are longer than those of generated ones. */
export async function tryQuestions(
  acting: Acting,
  examples: readonly ExampleOperation[],
  { principals, gateway }: { readonly principals: readonly Principal[]; readonly gateway: RunningGateway },
): Promise<void> {
  const questions = examples.filter((example) => mutationOf(example) === '');
  const { port, administrator } = gateway;
  await inLanes(principals, 3, async (principal) => {
    for (const act of questions) await tried(acting, { act, kind: 'own', principal, port, versionOf: versionsIn(administrator) });
  });
}

/** The version of a row as it stands; null for what bears none. */
export const versionsIn =
  (administrator: Client): Filling['versionOf'] =>
  async (type, uuid) => {
    const table = tableOf[type] ?? type.replaceAll(/(?<=.)(?=[A-Z])/g, '_').toLowerCase();
    const found = await administrator.query(`select version from app.${table} where id = $1`, [uuid]).catch(() => ({ rows: [] }));
    return found.rows[0]?.version ?? null;
  };

const tableOf: Readonly<Record<string, string>> = { View: 'saved_view' };

/** One act as one principal with ids of one kind. */
export interface Try {
  readonly act: ExampleOperation;
  readonly kind: IdKind;
  readonly principal: Principal;
  readonly port: number;
  readonly versionOf: Filling['versionOf'];
}

/** What came of an act; null where there is no id of this kind. */
export async function tried(acting: Acting, { act, kind, principal, port, versionOf }: Try): Promise<Reply | null> {
  const { schema, words, findings } = acting;
  const picked = picksFor(acting.picksOf(principal), act);
  const filling = { schema, ids: findings.ids, kind, principal, words, versionOf, picked, told: findings.lastTold };
  const variables = await filled(act.variables, filling);
  if (variables === null) return null;
  const reply = await ask(port, principal, { query: withTypeNames(act.query), variables });
  findings.operations++;
  note(acting, { principal, where: `${act.name} (${kind})`, reply });
  hear(reply.data, principal, findings);
  if (kind === 'own' && !isRefused(reply, act)) findings.succeeded.add(mutationOf(act));
  return reply;
}

/** A pick for one example alone goes before one for all. */
const picksFor = (picks: Readonly<Record<string, unknown>>, { name }: ExampleOperation) => ({
  ...picks,
  ...Object.fromEntries(
    Object.entries(picks).flatMap(([key, value]) => (key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value]] : [])),
  ),
});

const nameOf = ({ audience, name }: ExampleOperation) => `${audience}/${name}`;

/** The mutation an example is about. */
export const mutationOf = ({ query }: ExampleOperation): string => /mutation[^{]*\{\s*(\w+)/.exec(query)?.[1] ?? '';

function isRefused({ data }: Reply, act: ExampleOperation): boolean {
  const payload = (data as Record<string, Record<string, unknown> | null> | null)?.[mutationOf(act)];
  return (
    !payload ||
    Object.entries(payload).every(([field, value]) => field === 'userErrors' || field === '__typename' || value === null)
  );
}
