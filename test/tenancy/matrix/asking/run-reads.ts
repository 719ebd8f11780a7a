import type { GraphQLSchema } from 'graphql';
import type { Findings } from '../findings.ts';
import { inLanes } from '../in-lanes.ts';
import type { Asked } from './documents.ts';
import type { Filling } from './example-values.ts';
import { hear } from './heard.ts';
import { type IdKind, idKinds } from './known-ids.ts';
import { ask, comparable, type Principal, type Reply } from './principal.ts';
import { idTypesOf, takesPrivateId, variablesOf } from './variables.ts';

/** Principals that ask at once, each one thing after another. */
const atOnce = 3;

/** Everything a run of questions needs to know. */
export interface Reading {
  readonly port: number;
  readonly schema: GraphQLSchema;
  readonly documents: readonly Asked[];
  /** Arguments that are no ids, as the contract's examples give them. */
  readonly given: ReadonlyMap<string, string>;
  readonly words: Filling['words'];
  readonly findings: Findings;
  /** Words in a reply that this principal may not read. */
  readonly forbiddenIn: (principal: Principal, text: string) => readonly string[];
}

/** Everybody asks everything with their own ids, again and again until no further id is told. */
export async function harvest(reading: Reading, principals: readonly Principal[]): Promise<void> {
  const asked = new Set<string>();
  for (let before = -1; before < reading.findings.ids.size; ) {
    before = reading.findings.ids.size;
    await inLanes(principals, atOnce, async (principal) => {
      for (const document of reading.documents) {
        if (asked.has(`${principal.name} ${document.path}`)) continue;
        if (await askWith(reading, { principal, document, kind: 'own' })) asked.add(`${principal.name} ${document.path}`);
      }
    });
  }
}

/** Everybody asks with everybody else's ids, and with ids of nobody. */
export async function probe(reading: Reading, principals: readonly Principal[]): Promise<void> {
  const { schema, findings } = reading;
  const closed = reading.documents.filter((document) => takesPrivateId(schema, document, findings.ids));
  await inLanes(principals, atOnce, async (principal) => {
    for (const document of closed) {
      const answers = new Map<string, IdKind>();
      const isFilter = document.slots.some(({ isOptional }) => isOptional);
      for (const kind of idKinds.filter((each) => each !== 'own')) {
        const reply = await askWith(reading, { principal, document, kind });
        // What is no id at all may be refused where a list that an id filters is empty: its form alone tells.
        if (isFilter && kind === 'malformed') continue;
        if (reply && isNothing(reading, { principal, document }, reply)) answers.set(comparable(reply), kind);
      }
      if (answers.size > 1) findings.oracles.add(`${principal.name} ${document.path}: ${[...answers.values()].join(' is not ')}`);
    }
  });
}

interface Cell {
  readonly principal: Principal;
  readonly document: Asked;
  readonly kind: IdKind;
}

async function askWith(reading: Reading, { principal, document, kind }: Cell): Promise<Reply | null> {
  const { port, schema, given, words, findings } = reading;
  const filling: Filling = { schema, ids: findings.ids, kind, principal, words, versionOf: async () => 1 };
  const variables = await variablesOf(document, filling, given);
  if (variables === null) return null;
  const reply = await ask(port, principal, { query: document.query, variables });
  findings.operations++;
  note(reading, { principal, where: `${document.path} (${kind})`, reply });
  hear(reply.data, principal, findings);
  const closed = closedLeaves(reply, document);
  if (closed.size > 0) await askWithout(reading, { principal, document, kind }, closed);
  return reply;
}

/** One forbidden field empties the whole object: what else it holds is asked for again without it. */
async function askWithout(reading: Reading, cell: Cell, closed: ReadonlySet<string>): Promise<void> {
  const document = cell.document.without(closed);
  if (document !== null) await askWith(reading, { ...cell, document });
}

/** Fields at the end of the way that were refused though the way to them was open. */
function closedLeaves({ refused }: Reply, { steps }: Asked): ReadonlySet<string> {
  const atEnd = refused.filter(({ code, path }) => code === 'FORBIDDEN' && path.length === steps + 1);
  return new Set(atEnd.map(({ path }) => path.at(-1) ?? ''));
}

interface Noted {
  readonly principal: Principal;
  readonly where: string;
  readonly reply: Reply;
}

/** What any reply must not hold: a word of others, or our own fault. */
export function note(
  { findings, forbiddenIn }: Pick<Reading, 'findings' | 'forbiddenIn'>,
  { principal, where, reply }: Noted,
): void {
  for (const word of forbiddenIn(principal, `${reply.body}\n${reply.headers}`))
    findings.leaks.add(`${principal.name} ${where}: ${word}`);
  for (const code of reply.codes) {
    if (/INTERNAL|THROTTLED|VALIDATION|PARSE|UNAVAILABLE/.test(code)) {
      findings.faults.add(`${principal.name} ${where}: ${code} ${reply.body.slice(0, 300)}`);
    }
  }
}

/** Whether the reply tells nothing of the id: what a principal may read by it after all is no oracle, and no word of it leaked. */
function isNothing({ findings, schema }: Reading, { principal, document }: Omit<Cell, 'kind'>, { data }: Reply): boolean {
  const types = idTypesOf(schema, document);
  const told = JSON.stringify(data ?? null);
  return !types.some((type) => findings.ids.idsOf(type, principal).some((id) => told.includes(id)));
}
