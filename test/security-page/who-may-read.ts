import { type Kind, kinds, members, policy, type Rule, words } from '../tenancy/matrix/policy.ts';
import type { SeenByClass } from '../tenancy/matrix/seen-by-class.ts';
import { whenOf } from './measured.ts';
import { figure, type Report } from './reports.ts';

const head = (cells: readonly string[]) => [`| ${cells.join(' | ')} |`, `|${'---|'.repeat(cells.length)}`];

/** Class × kind of principal, from the policy the matrix holds the product to; with how many fields its last run saw answered. */
export const whoMayRead = (matrix: Report | null): string =>
  [
    ...head(['class', ...kinds]),
    ...[...policy].map(
      ([name, rules]) => `| ${name} | ${kinds.map((kind) => cell(rules[kind], seenBy(matrix, name, kind))).join(' | ')} |`,
    ),
  ].join('\n');

const seenBy = (matrix: Report | null, name: string, kind: Kind) =>
  matrix === null ? 0 : ((figure(matrix, 'seen') as SeenByClass)[name]?.[kind] ?? 0);

const cell = (rule: Rule, seen: number) => `${rule.replace('-', '–')}${seen > 0 ? ` ${seen}` : ''}`;

/** What the numbers of the table mean, once there are any. */
export const seenIn = (matrix: Report | null): string =>
  matrix === null
    ? ''
    : `A number beside a rule tells how many fields of the class's types were answered with something (${whenOf(matrix)}); beside a –, fields of a type that
two classes share (a person, an invitation, an entry of a trail: a school's and the consortium's own). `;

/** What stands in each class, and whose acts may move rows of their own in it. */
export const whatIsOfWhichClass = (): string =>
  [
    ...head(['class', 'tables', 'moved by acts of']),
    ...Object.entries(members).map(
      ([name, { tables, movedBy }]) => `| ${name} | ${inCode(tables)} | ${words(movedBy).join(', ')} |`,
    ),
  ].join('\n');

const inCode = (tables: string) =>
  words(tables)
    .map((table) => `\`${table}\``)
    .join(' ');
