import { twelveVariants } from './twelve.ts';
import type { Variant } from './variant.ts';

const atOnce = 4;

/** Four of the twelve, others each day; the long form tries them all. */
export function variantsOfDay(day: number): readonly Variant[] {
  const first = (day * atOnce) % twelveVariants.length;
  return twelveVariants.slice(first, first + atOnce);
}
