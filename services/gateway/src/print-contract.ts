import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { type ErrorCode, statusOf } from './errors/error-codes.ts';
import { wordingOf } from './errors/wording.ts';
import { permissionSheet } from './permissions/sheet.ts';
import { permissions } from './permissions.ts';
import { bareSchema } from './schema.ts';
import { codeWords } from './user-error/user-error.type.ts';
import type { CodeWords } from './user-error/user-error-words.ts';

/** The printed contract, file by file as it lies in `schema/`: what clients are written against. */
export const printedContract = async (): Promise<Readonly<Record<string, string>>> => ({
  'schema.graphql': `${printSchema(lexicographicSortSchema(await bareSchema()))}\n`,
  'permissions.md': permissionSheet(permissions),
  'errors.md': errorCatalogue(),
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
    'The procedure says no in `userErrors` of a payload, all objections at once, and nothing was changed. `{…}` stands for a fact of the objection.',
    '',
    ...table(
      ['Code', 'Meaning', 'Words', 'Mots'],
      refusals.map(([code, { meaning, en, fr }]) => [`\`${code}\``, meaning, en, fr]),
    ),
    '',
  ].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

if (import.meta.main) {
  const folder = new URL('../../../schema/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(await printedContract())) writeFileSync(new URL(name, folder), text);
}
