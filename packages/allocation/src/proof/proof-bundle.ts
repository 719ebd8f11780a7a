import type { Json } from './canonical-json.ts';
import { candidatesNamed, pseudonymised, pseudonymsOf } from './pseudonyms.ts';
import { digestOf, type Seal, seal } from './seal.ts';

/** The form of the bundle; another form bears another name. */
export const bundleForm = 'allocation-proof-bundle/1';

/** The rules that the checker of this package holds. */
export const checkerVersion = 'checker/1';

/** Everything a stranger needs to check a result offline: pseudonymised input and log, result, digests. */
export interface ProofBundle {
  readonly form: typeof bundleForm;
  readonly checker: string;
  /** Preference lists and rankings are sealed apart; the run names both. */
  readonly seals: { readonly lists: Seal; readonly rankings: Seal };
  readonly digests: { readonly input: string; readonly result: string };
  readonly input: Json;
  readonly result: Json;
}

/** What the caller brings to a bundle: the key stays with the consortium, the instant and the engine are told. */
export interface BundleMaking {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly at: string;
  readonly engine: string;
  /** Computes the result of the pseudonymised input: by P5 the same as that of the input. */
  readonly compute: (input: Json) => Json;
}

type Entries = Readonly<Record<string, Json>>;

const answers = new Set([
  'expected',
  'expectedCutoffs',
  'expectedCallOrder',
  'stableCount',
  'checkTruthful',
  'notes',
  'name',
  'source',
  'licence',
  'expectedFrom',
]);

/** A bundle of a document; answers and notes in it stay out. */
export async function proofBundle(document: Entries, { key, at, engine, compute }: BundleMaking): Promise<ProofBundle> {
  const bare = Object.fromEntries(Object.entries(document).filter(([name]) => !answers.has(name)));
  const input = pseudonymised(bare, await pseudonymsOf(candidatesNamed(bare), key));
  const result = compute(input);
  return {
    form: bundleForm,
    checker: checkerVersion,
    seals: {
      lists: await seal(input['candidates'] ?? null, at, engine),
      rankings: await seal(input['programmes'] ?? null, at, engine),
    },
    digests: { input: await digestOf(input), result: await digestOf(result) },
    input,
    result,
  };
}
