import { codePoints, faultOfText, type TextFault } from '../text/plain-text.ts';

/** For how long one dossier may be read, in minutes; chosen here, no text of the consortium sets it. */
export const breakGlassMinutes = 30;
/** How many break-glasses of one administrator stand at once. */
export const mostStanding = 5;
/** How many an administrator may try in twenty-four hours, found or not: guessing references is not free. */
export const mostTriedADay = 20;
/** Bounds of the reason, in code points. */
export const reasonBounds = { min: 20, max: 500 } as const;

/** What an administrator has tried and holds already. */
export interface BreakGlassesSoFar {
  /** Neither ended nor past their end. */
  readonly standing: number;
  /** In the twenty-four hours before. */
  readonly tried: number;
}

/** Why a dossier is not read; a text's fault names the bound it breaks. */
export type BreakGlassObjection =
  | { readonly reason: 'REASON_TOO_SHORT'; readonly path: readonly string[]; readonly min: number }
  | { readonly reason: TextFault; readonly path: readonly string[]; readonly max: number }
  | { readonly reason: 'TOO_MANY_STANDING'; readonly path: null; readonly max: number }
  | { readonly reason: 'TOO_MANY_TRIED'; readonly path: null; readonly max: number };

/** Every objection to reading a dossier for this reason, given as it will be stored (normal text). */
export function objectionsToBreakGlass(reason: string, { standing, tried }: BreakGlassesSoFar): BreakGlassObjection[] {
  const { min, max } = reasonBounds;
  const fault = faultOfText(reason, { max, multiline: true });
  return [
    ...(codePoints(reason) < min ? [{ reason: 'REASON_TOO_SHORT' as const, path: ['reason'], min }] : []),
    ...(fault ? [{ reason: fault, path: ['reason'], max }] : []),
    ...(standing >= mostStanding ? [{ reason: 'TOO_MANY_STANDING' as const, path: null, max: mostStanding }] : []),
    ...(tried >= mostTriedADay ? [{ reason: 'TOO_MANY_TRIED' as const, path: null, max: mostTriedADay }] : []),
  ];
}
