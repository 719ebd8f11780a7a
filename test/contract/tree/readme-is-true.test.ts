import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const root = new URL('../../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** What a page sets in code and looks like a path of the tree; addresses, and what a start makes, are no files of ours. */
export const pathsIn = (page: string): string[] =>
  [...page.matchAll(/(?<![\w./:])((?:packages|services|schema|test|docs)(?:\/[\w.-]+)*|[A-Z]+\.md)(?![\w/])/g)].map(
    ([, path]) => path as string,
  );

/** Scripts a page tells the reader to run. */
export const scriptsIn = (page: string): string[] =>
  [...page.matchAll(/\b(?:pnpm@12|pnpm) ([a-z][a-z:]*)/g)].map(([, script]) => script as string);

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const page = read(file);

  test('names only paths that exist', () => {
    const named = pathsIn(page).filter((path) => !path.includes('<'));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  test('tells the reader to run only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scriptsIn(page).filter((script) => !(script in scripts))).toEqual([]);
  });
});

test('a path that does not exist and a command that does not exist are both found', () => {
  const page = 'See `packages/nowhere/at-all.ts` and run `pnpm nothing`, or look at http://127.0.0.1:4000/dev/mails.';
  expect(pathsIn(page)).toEqual(['packages/nowhere/at-all.ts']);
  expect(scriptsIn(page)).toEqual(['nothing']);
});

/** The commands in the first column of the table under “Commands”: the first word of each that is set in code. */
const commandsListed = (page: string): string[] => {
  const [, after = ''] = page.split(/^## Commands$/m);
  const [section = ''] = after.split(/^## /m);
  const cells = [...section.matchAll(/^\| *(`.*?) *\|/gm)].map(([, cell]) => cell as string);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^` ]+)[^`]*`/g)].map(([, command]) => command as string));
};

test('README lists every command there is, and no other', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect([...new Set(commandsListed(read('README.md')))].toSorted()).toEqual(Object.keys(scripts).toSorted());
});

test('a command is read from its cell alone', () => {
  const page =
    '## Settings\n| `a` | b |\n## Commands\n\n| | |\n|---|---|\n| `one`, `two WORD` | not `three` |\n## More\n| `four` | |\n';
  expect(commandsListed(page)).toEqual(['one', 'two']);
});
