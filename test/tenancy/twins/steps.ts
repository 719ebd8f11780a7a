import type { ExampleOperation } from '@guichet/gateway/http/query-page/example-operations';
import { mutationOf } from '../matrix/acting/run-acts.ts';
import type { Asked } from '../matrix/asking/documents.ts';
import { type Draws, drawn } from './draws.ts';
import type { TwinFixture } from './twin-fixture.ts';

/** One thing that P asks or does. */
export type Step = { readonly asked: Asked } | { readonly example: ExampleOperation };

export const nameOf = (step: Step): string =>
  'asked' in step ? step.asked.path : `${step.example.audience}/${step.example.name}`;

/** Which examples of the contract are for whom. */
const audiences: Readonly<Record<string, readonly string[]>> = {
  A: ['school', 'school-admin', 'account', 'public'],
  O: ['school', 'account', 'public'],
  V: ['school', 'account'],
  R: ['reader', 'account'],
  K: ['key', 'school'],
  C: ['candidate', 'account', 'public'],
  OP: ['consortium', 'account', 'public'],
};

const takesAway = /^(delete|remove|revoke|end|withdraw|archive|undo|dismiss|cancel|signOut)/;

/** What P may draw from. */
export interface Repertoire {
  readonly reads: readonly ExampleOperation[];
  readonly acts: readonly ExampleOperation[];
  readonly documents: readonly Asked[];
}

export function repertoireOf({ examples, scouted }: TwinFixture, name: string): Repertoire {
  const own = audiences[name] ?? audiences[name.charAt(0)] ?? [];
  const mine = examples.filter(({ audience }) => own.includes(audience));
  return {
    reads: mine.filter((example) => mutationOf(example) === ''),
    acts: mine.filter((example) => mutationOf(example) !== ''),
    documents: scouted.open.get(name) ?? [],
  };
}

/** The next step: first everything the screens read, then whatever is drawn; what takes things away is drawn less often. */
export function stepAt(at: number, { reads, acts, documents }: Repertoire, draws: Draws): Step {
  const read = reads[at];
  if (read) return { example: read };
  const lot = draws.below(10);
  if (lot < 5 && documents.length > 0) return { asked: drawn(documents, draws) };
  if (lot < 6 && reads.length > 0) return { example: drawn(reads, draws) };
  const act = drawn(acts, draws);
  return { example: takesAway.test(mutationOf(act)) && draws.below(3) > 0 ? drawn(acts, draws) : act };
}
