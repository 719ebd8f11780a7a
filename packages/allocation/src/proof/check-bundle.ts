import { checkDocument, type Verdict } from '../audit/check-document.ts';
import { type Violation, violation } from '../audit/properties.ts';
import type { Json } from './canonical-json.ts';
import { bundleForm, checkerVersion, type ProofBundle } from './proof-bundle.ts';
import { digestOf } from './seal.ts';

/** Does this document claim to be a proof bundle? */
export const isBundle = (value: unknown): value is ProofBundle =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'form') && (value as ProofBundle).form === bundleForm;

/** Replays a bundle offline: every digest and seal anew (P12), then the result by the checker. */
export async function checkBundle({ checker, input, result, digests, seals }: ProofBundle): Promise<Verdict> {
  const violations: Violation[] = [];
  if (checker !== checkerVersion)
    violations.push(violation('P12', `This checker is ${checkerVersion}, the bundle names ${JSON.stringify(checker ?? null)}.`));
  const sealed: readonly (readonly [string, Json | undefined, unknown])[] = [
    ['input', input, digests?.input],
    ['result', result, digests?.result],
    ['preference lists', entryOf(input, 'candidates'), seals?.lists?.sha256],
    ['rankings', entryOf(input, 'programmes'), seals?.rankings?.sha256],
  ];
  for (const [name, value, claimed] of sealed)
    if ((await digestOf(value ?? null)) !== claimed)
      violations.push(violation('P12', `The digest of the ${name} is not the one sealed.`));
  const verdict = checkDocument(input, result);
  return { ...verdict, violations: [...violations, ...verdict.violations] };
}

const entryOf = (value: Json | undefined, key: string): Json | undefined =>
  value !== null && typeof value === 'object' ? (value as { readonly [key: string]: Json })[key] : undefined;
