import type { ExampleOperation } from '@guichet/gateway/http/query-page/example-operations';
import type { Filling } from './asking/example-values.ts';
import { exampleTakesPrivateId, filled } from './asking/example-values.ts';
import { hear } from './asking/heard.ts';
import { type IdKind, idKinds } from './asking/known-ids.ts';
import { ask, comparable, type Principal, type Reply } from './asking/principal.ts';
import { withTypeNames } from './asking/with-type-names.ts';
import { moved, rowDigests } from './row-digests.ts';
import { note, type Reading } from './run-reads.ts';
import type { RunningGateway } from './running-gateway.ts';

/** What a run of acts needs beyond a run of questions. */
export interface Acting extends Omit<Reading, 'documents' | 'given' | 'port'> {
  /** Examples of the contract that change something. */
  readonly acts: readonly ExampleOperation[];
  /** Whether a principal may move rows of this table that belong to this owner. */
  readonly mayMove: (principal: Principal, owner: string) => boolean;
}

/** What takes things away comes last, or nothing would be left to act on. */
const takesAway = /^(delete|remove|revoke|end|withdraw|archive|undo|dismiss|cancel|recall)/;
const inOrder = (acts: readonly ExampleOperation[]) =>
  acts.toSorted((one, other) => Number(takesAway.test(mutationOf(one))) - Number(takesAway.test(mutationOf(other))));

/** One principal tries every act with every kind of id on a copy of its own; no row of others may move. */
export async function tryActs(acting: Acting, principal: Principal, { port, administrator }: RunningGateway): Promise<void> {
  const versionOf: Filling['versionOf'] = async (type, uuid) => {
    const table = type.replaceAll(/(?<=.)(?=[A-Z])/g, '_').toLowerCase();
    const found = await administrator.query(`select version from app.${table} where id = $1`, [uuid]).catch(() => ({ rows: [] }));
    return found.rows[0]?.version ?? 1;
  };
  const before = await rowDigests(administrator);
  const answers = new Map<string, Set<string>>();
  for (const kind of idKinds.toReversed()) {
    for (const act of inOrder(acting.acts)) {
      if (kind !== 'own' && !exampleTakesPrivateId(act, acting.schema, acting.findings.ids)) continue;
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

interface Try {
  readonly act: ExampleOperation;
  readonly kind: IdKind;
  readonly principal: Principal;
  readonly port: number;
  readonly versionOf: Filling['versionOf'];
}

async function tried(acting: Acting, { act, kind, principal, port, versionOf }: Try): Promise<Reply | null> {
  const { schema, words, findings } = acting;
  const variables = await filled(act.variables, { schema, ids: findings.ids, kind, principal, words, versionOf });
  if (variables === null) return null;
  const reply = await ask(port, principal, { query: withTypeNames(act.query), variables });
  findings.operations++;
  note(acting, { principal, where: `${act.name} (${kind})`, reply });
  if (kind === 'own' && !isRefused(reply, act)) {
    findings.succeeded.add(mutationOf(act));
    hear(reply.data, principal, findings);
  }
  return reply;
}

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
