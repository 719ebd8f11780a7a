import type { Asked } from '../matrix/asking/documents.ts';
import { hear } from '../matrix/asking/heard.ts';
import { KnownIds } from '../matrix/asking/known-ids.ts';
import { ask, type Principal, type Reply } from '../matrix/asking/principal.ts';
import { variablesOf } from '../matrix/asking/variables.ts';
import type { Knowledge } from './twin-fixture.ts';

/** What is found out before the worlds part: who is told which ids, and which documents are open to whom. */
export interface Scouted {
  readonly told: ReadonlyMap<Principal, KnownIds>;
  readonly open: ReadonlyMap<string, readonly Asked[]>;
}

/** How many ask at once; each alone asks in order, so that the same is found each time. */
const lanes = 6;

/** Each of these asks what the schema offers, ways closed to their kind left out; short ways first, for their ids fill longer ones. */
export async function scouted(port: number, knowledge: Knowledge, principals: readonly Principal[]): Promise<Scouted> {
  const told = new Map(principals.map((principal) => [principal, new KnownIds()]));
  const open = new Map<string, readonly Asked[]>();
  const documents = knowledge.documents.toSorted((one, other) => one.steps - other.steps);
  const waiting = [...told];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [principal, ids] = next;
      open.set(principal.name, await openTo({ port, knowledge, principal, ids, closed: new Set() }, documents));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { told, open };
}

async function openTo(scout: Scout, documents: readonly Asked[]): Promise<readonly Asked[]> {
  const found = new Map<string, Asked>();
  for (let round = 0; round < 2; round++) {
    for (const document of documents.filter(({ path }) => !found.has(path))) {
      const opened = await tried(scout, document);
      if (opened !== null) found.set(opened.path, opened);
    }
  }
  return [...found.values()];
}

interface Scout {
  readonly port: number;
  readonly knowledge: Knowledge;
  readonly principal: Principal;
  readonly ids: KnownIds;
  /** Ways that were refused, as names of fields. */
  readonly closed: Set<string>;
}

/** The document without what is closed of it; null when nothing is left, or when no id to ask with is known. */
async function tried(scout: Scout, document: Asked): Promise<Asked | null> {
  const { port, principal, ids, knowledge } = scout;
  const way = wayOf(document);
  if ([...scout.closed].some((closed) => way === closed || way.startsWith(`${closed}.`))) return null;
  const filling = { ...knowledge, ids, kind: 'own' as const, principal, versionOf: async () => 1 };
  const variables = await variablesOf(document, filling, knowledge.given);
  if (variables === null) return null;
  const reply = await ask(port, principal, { query: document.query, variables });
  hear(reply.data, principal, { ids, answered: new Map() });
  const refused = reply.refused.filter(({ code }) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED');
  if (refused.length === 0) return isAnswered(reply) ? document : null;
  const leaves = new Set(refused.filter(({ path }) => path.length > document.steps).map(({ path }) => path.at(-1) ?? ''));
  for (const { path } of refused) if (path.length <= document.steps) scout.closed.add(path.join('.'));
  const rest = leaves.size === refused.length ? document.without(leaves) : null;
  return rest === null ? null : tried(scout, rest);
}

const isAnswered = ({ data }: Reply) => Object.values((data ?? {}) as object).some((value) => value !== null);

const wayOf = ({ path }: Asked) => path.replaceAll(/\(\w+\)/g, '');
