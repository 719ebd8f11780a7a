import { integerFrom, oneOf, type Random } from '@guichet/platform/synthetic/random';

/** What values are drawn from: chance, and ids that exist. */
export interface Source {
  readonly random: Random;
  readonly ids: readonly string[];
}

/** A word found nowhere else; whoever repeats it repeats an input. */
export const markIn = /zq[a-z]{10}/;

const letters = 'abcdefghijklmnopqrstuvwxyz';
export const markOf = (random: Random): string =>
  `zq${Array.from({ length: 10 }, () => letters.charAt(integerFrom(random, 0, 25))).join('')}`;

export const chance = (random: Random, share: number): boolean => random() < share;

/** Texts that break what is glued together: quotes, comments, casts, wildcards, escapes, controls, other scripts, sheer length. */
const around = [
  (mark: string) => mark,
  (mark: string) => `'${mark}`,
  (mark: string) => `'; drop table candidacy; -- ${mark}`,
  (mark: string) => `${mark}::uuid`,
  (mark: string) => `%${mark}_\\`,
  (mark: string) => `$1 ${mark} E''`,
  (mark: string) => `<script>${mark}</script>`,
  (mark: string) => `${mark}@${mark}.example`,
  (mark: string) => `${mark}\u0000`,
  (mark: string) => `${mark}\ud800`,
  (mark: string) => `\u202e${mark}\u200b`,
  (mark: string) => `=HYPERLINK("${mark}")`,
  (mark: string) => `\r\n[INFO] ${mark}`,
  (mark: string) => mark.repeat(200),
  (mark: string) => `李 ${mark} Ş`,
  (mark: string) => `../../${mark}`,
  () => '',
  () => '2027-02-30',
  () => '2027-02-01T00:00:00.000Z',
  () => '__proto__',
];

/** Half are words that pass for any, so that what stands beside them is reached. */
export const textOf = (random: Random): string => (chance(random, 0.5) ? markOf(random) : oneOf(random, around)(markOf(random)));

export const numberOf = (random: Random): number =>
  chance(random, 0.6)
    ? integerFrom(random, 1, 3)
    : oneOf(random, [0, 1, -1, 2, 3, 5, 10, 100, 101, 2 ** 31, -(2 ** 31), 1.5, 1e30, 2 ** 53]);

/** Mostly one that exists, of whatever type; else a near miss. */
export function idOf({ random, ids }: Source): string {
  if (chance(random, 0.6) && ids.length > 0) return oneOf(random, ids);
  const id = oneOf(random, ids.length > 0 ? ids : ['x']);
  return oneOf(random, [
    Buffer.from(`Candidacy:${markOf(random)}`).toString('base64url'),
    Buffer.from(`${markOf(random)}:00000000-0000-4000-8000-000000000000`).toString('base64url'),
    id.slice(0, -3),
    id.toUpperCase(),
    textOf(random),
    '',
  ]);
}
