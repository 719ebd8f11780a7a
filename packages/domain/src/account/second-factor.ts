import type { SchoolFunction } from './school-function.ts';

/**
 * What only those concerned may read of a dossier beside what the candidate wrote (isolation.md 2, in bold): none of it exists
 * before references, reviews and marks do, each of which adds its own line.
 */
export const confidentialClasses: readonly ConfidentialClass[] = [];

/** A confidential class as the second factor sees it: its name, and the functions by which it can be read. */
export interface ConfidentialClass {
  readonly name: string;
  readonly readers: readonly SchoolFunction[];
}

/** What an account holds, as far as the second factor depends on it: the functions of all its schools, and the consortium's right. */
export interface HeldRights {
  readonly functions: readonly SchoolFunction[];
  readonly isConsortium: boolean;
}

/**
 * Whether an account must have a second factor (double authentification): who makes rights always must, an `ADMIN` of any school and
 * an administrator of the consortium; whoever works for a school must as soon as a confidential class exists for them to read.
 */
export const mustHaveSecondFactor = (
  { functions, isConsortium }: HeldRights,
  classes: readonly ConfidentialClass[] = confidentialClasses,
): boolean =>
  isConsortium ||
  functions.includes('ADMIN') ||
  classes.some(({ readers }) => readers.some((reader) => functions.includes(reader)));

/** Seconds one code stands for, and how many codes before and after the present one are taken: clocks differ (RFC 6238, 5.2). */
export const codeSeconds = 30;
/** Codes beside the present one that are taken, either way. */
export const codeWindow = 1;
/** How many backup codes (codes de secours) are handed out at once; each opens once. */
export const backupCodeCount = 10;
