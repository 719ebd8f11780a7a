import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { lifeCycleDiagram } from '@guichet/domain/candidacy/life-cycle-diagram';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { type ErrorCode, statusOf } from './errors/error-codes.ts';
import { wordingOf } from './errors/wording.ts';
import { permissionSheet } from './permissions/sheet.ts';
import { permissions } from './permissions.ts';
import { bareSchema } from './schema.ts';
import type { CodeWords } from './user-error/words/code-words.ts';
import { codeWords } from './user-error/words/every-code.ts';

/** What is printed, by path: the contract that clients are written against, and the life of a candidacy for whoever reads the docs. */
export const printedContract = async (): Promise<Readonly<Record<string, string>>> => ({
  'schema/schema.graphql': `${printSchema(lexicographicSortSchema(await bareSchema()))}\n`,
  'schema/permissions.md': permissionSheet(permissions),
  'schema/errors.md': errorCatalogue(),
  'docs/candidacy-life-cycle.md': lifeCyclePage(),
});

/** Every code that a client may meet, what it means and what to do. */
function errorCatalogue(): string {
  const codes = Object.entries(statusOf) as [ErrorCode, number][];
  const top = codes.map(([code, status]) => [`\`${code}\``, String(status), wordingOf(code), wordingOf(code, {}, 'fr')]);
  const refusals = Object.entries<CodeWords>(codeWords).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    '# Errors',
    '',
    'Printed from the codes and their words. A top-level error tells that a request could not be answered; its `extensions.code` is one of:',
    '',
    ...table(['Code', 'Status when nothing was answered', 'Words', 'Mots'], top),
    '',
    'Beside `code` some carry a fact in `extensions`:',
    '',
    ...table(['Fact', 'With', 'Meaning'], errorFacts),
    '',
    'The procedure says no in `userErrors` of a payload, all objections at once, and nothing was changed. `{…}` stands for a fact of the objection.',
    '',
    ...table(
      ['Code', 'Meaning', 'Words', 'Mots'],
      refusals.map(([code, { meaning, en, fr }]) => [`\`${code}\``, meaning, en, fr]),
    ),
    '',
  ].join('\n');
}

const errorFacts = [
  [
    '`reason`',
    '`UNAUTHENTICATED`',
    '`SECOND_FACTOR`: signed in, but what is held asks for a second factor; set it up at `/second-factor`.',
  ],
  ['`reason`', '`UNAUTHENTICATED`', '`KEY`: what was sent as `Authorization` is no key that stands; why is not told.'],
  ['`reason`', '`FORBIDDEN`', '`CHOOSE_HAT`: several hats and none named; name one in `Acting-As`.'],
  ['`argument`', '`BAD_USER_INPUT`', 'Dotted path of the argument that is malformed; never its value.'],
  ['`limit`', '`GRAPHQL_VALIDATION_FAILED`', 'Which limit the document passes: `COST`, `DEPTH`, `ALIASES` or `TOKENS`.'],
  ['`limit`', '`BAD_USER_INPUT`', '`LIST`: one list holds more than 100 items; send them in several requests.'],
  ['`retryAfter`', '`THROTTLED`', 'Seconds to wait before the same call.'],
  ['`traceId`', '`INTERNAL_SERVER_ERROR`', 'What to quote; the cause stands in our log only.'],
];

/** The states of a candidacy as they are called, and the diagram of its life. */
const lifeCyclePage = (): string =>
  [
    '# The life of a candidacy',
    '',
    'Printed from the one table of the domain (`packages/domain/src/candidacy/life-cycle.ts`) by `pnpm schema`; a test compares them.',
    'Each arrow is an event, who brings it about, and what must hold. In use now: `RECEIVED` and `WITHDRAWN`.',
    '',
    '```mermaid',
    lifeCycleDiagram().trimEnd(),
    '```',
    '',
  ].join('\n');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

if (import.meta.main) {
  const root = new URL('../../../', import.meta.url);
  for (const [path, text] of Object.entries(await printedContract())) writeFileSync(new URL(path, root), text);
}
