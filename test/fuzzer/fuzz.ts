import { randomOf } from '@guichet/platform/synthetic/random';
import type { GraphQLSchema } from 'graphql';
import { ask, type Principal, type Reply } from '../tenancy/matrix/asking/principal.ts';
import { markIn } from './hostile-values.ts';
import { masked, messagesIn, showsInnards } from './told-messages.ts';
import { torn } from './torn-document.ts';
import { type Written, writtenFrom } from './written-document.ts';

/** Where and as whom documents are sent, and what no answer may hold. */
export interface Fuzzing {
  readonly port: number;
  readonly schema: GraphQLSchema;
  readonly principals: readonly Principal[];
  readonly ids: readonly string[];
  /** Names of tables and constraints. */
  readonly names: ReadonlySet<string>;
  readonly forbiddenIn: (principal: Principal, text: string) => readonly string[];
}

/** One document of one seed: the same shape each time, with the ids of the day. */
export interface Place {
  readonly seed: number;
  readonly number: number;
}

export interface Fault extends Place {
  readonly who: string;
  readonly what: string;
  readonly query: string;
}

export interface Fuzzed {
  readonly sent: number;
  readonly codes: Map<string, number>;
  /** Distinct messages once masked. */
  readonly refusals: Set<string>;
  readonly objections: Set<string>;
  readonly faults: Fault[];
}

const lanes = 6;

/** Sends the documents of these places, several at a time, and gathers what was told and what must not have been. */
export async function fuzz(fuzzing: Fuzzing, places: readonly Place[]): Promise<Fuzzed> {
  const fuzzed: Fuzzed = { sent: places.length, codes: new Map(), refusals: new Set(), objections: new Set(), faults: [] };
  const waiting = places.values();
  const lane = async () => {
    for (const place of waiting) await tried(fuzzing, place, fuzzed);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return fuzzed;
}

async function tried(fuzzing: Fuzzing, place: Place, fuzzed: Fuzzed): Promise<void> {
  const { schema, ids, principals, port } = fuzzing;
  const random = randomOf(place.seed, place.number);
  const written = torn(writtenFrom(schema, { random, ids }), random);
  const principal = principals[place.number % principals.length] as Principal;
  const fault = (what: string) => fuzzed.faults.push({ ...place, who: principal.name, what, query: written.query });
  try {
    const reply = await ask(port, principal, written);
    for (const what of judged(fuzzing, { principal, reply, written }, fuzzed)) fault(what);
  } catch (error) {
    fault(`no answer that can be read: ${String(error)}`);
  }
}

interface Answered {
  readonly principal: Principal;
  readonly reply: Reply;
  readonly written: Written;
}

function judged(fuzzing: Fuzzing, { principal, reply }: Answered, fuzzed: Fuzzed): readonly string[] {
  const { refusals, objections } = messagesIn(reply.body);
  for (const message of refusals) fuzzed.refusals.add(masked(message));
  for (const message of objections) fuzzed.objections.add(masked(message));
  for (const code of reply.codes) fuzzed.codes.set(code, (fuzzed.codes.get(code) ?? 0) + 1);
  const told = [...refusals, ...objections];
  return [
    ...told.filter((message) => markIn.test(message)).map((message) => `repeats an input: ${message}`),
    ...told.filter((message) => showsInnards(message, fuzzing.names)).map((message) => `shows innards: ${message}`),
    ...fuzzing.forbiddenIn(principal, `${reply.body}\n${reply.headers}`).map((word) => `tells ${word}`),
    ...(reply.codes.includes('INTERNAL_SERVER_ERROR') || reply.status >= 500 ? [`a bug of ours: ${reply.status}`] : []),
  ];
}
