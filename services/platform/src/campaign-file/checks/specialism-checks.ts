import { quoted } from '../schema-faults.ts';
import { type Check, type Checked, repetitions, soundEntries } from './check.ts';

/** What concerns the list of specialisms. */
export const specialismChecks: readonly Check[] = [codesDiffer, mentionsAreKnown];

/** Codes the file itself declares; null when the list cannot be read, so that nothing is called unknown by mistake. */
export function declaredCodes(checked: Checked): ReadonlySet<string> | null {
  if (!checked.isSound('/specialisms')) return null;
  return new Set(codes(checked).map(([code]) => code));
}

function codes(checked: Checked): readonly (readonly [string, string])[] {
  return soundEntries(checked, '/specialisms', () => checked.file.specialisms).flatMap(([specialism, pointer]) =>
    checked.isSound(`${pointer}/code`) ? [[specialism.code, `${pointer}/code`] as const] : [],
  );
}

function codesDiffer(checked: Checked) {
  return repetitions(codes(checked), (code) => `is ${quoted(code)}, which another specialism already bears: give each its own`);
}

function mentionsAreKnown(checked: Checked) {
  return soundEntries(checked, '/specialisms', () => checked.file.specialisms).flatMap(([specialism, pointer]) =>
    soundEntries(checked, `${pointer}/admittedMentions`, () => specialism.admittedMentions)
      .filter(([mention]) => !checked.mentions.has(mention))
      .map(([mention, place]) => ({
        pointer: place,
        message: `is ${quoted(mention)}, no code of the national mentions: take one of services/platform/data/m1-mentions.csv`,
      })),
  );
}
