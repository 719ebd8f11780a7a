import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const home = new URL('../../src/', import.meta.url);
const sources = readdirSync(home, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, home), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }));

const forbidden = /\blocaleCompare\b|\bDate\b|\bMath\.random\b|\bIntl\b|\bparseFloat\b|\bTemporal\b|\btoLocale|\bnew Array\b/;
const importsOf = (text: string) =>
  [...text.matchAll(/^(import|export)\s+(type\s)?[^;]*?from '([^']+)'/gm)].map(([, , type, from]) => ({
    type: type !== undefined,
    from: from as string,
  }));

/** Functions of a file that call themselves, by their own name within their own body. */
function recursive(text: string): readonly string[] {
  const starts = [...text.matchAll(/^(?:export )?(?:async )?(?:function\*? (\w+)|const (\w+) = )/gm)];
  return starts.flatMap((start, index) => {
    const name = (start[1] ?? start[2]) as string;
    const body = text.slice((start.index as number) + start[0].length, starts[index + 1]?.index ?? text.length);
    return new RegExp(`(?<![.\\w])${name}\\(`).test(body.replace(/^[^\n]*\n/, '')) ? [name] : [];
  });
}

const folderOf = (from: string, name: string) => new URL(from, `file:///${name}`).pathname.split('/')[1] as string;

/** Imports from other top folders that are not types of the market. */
const foreign = (name: string, text: string) =>
  importsOf(text)
    .map(({ type, from }) => ({ type, from, folder: folderOf(from, name) }))
    .filter(({ type, folder }) => folder !== folderOf('', name) && !(type && folder === 'market'))
    .map(({ from }) => `${name} ${from}`);

describe('the house rules of the package', () => {
  test('no locale, no clock, no randomness', () => {
    expect(sources.filter(({ text }) => forbidden.test(text)).map(({ name }) => name)).toEqual([]);
    expect(forbidden.test('a.localeCompare(b)') && forbidden.test('new Date()') && forbidden.test('Math.random()')).toBe(true);
  });

  test('no function calls itself; the tables of the terminal apart, whose depth is that of an answer', () => {
    expect(
      sources
        .filter(({ name }) => name !== 'cli/result-table.ts')
        .flatMap(({ name, text }) => recursive(text).map((one) => `${name} ${one}`)),
    ).toEqual([]);
    expect(recursive('function walk(tree: Tree) {\n  tree.children.forEach((child) => walk(child));\n}\n')).toEqual(['walk']);
  });

  test('nothing outside src/cli imports anything but this package', () => {
    const outside = sources
      .filter(({ name }) => !name.startsWith('cli/'))
      .flatMap(({ name, text }) =>
        importsOf(text)
          .filter(({ from }) => !from.startsWith('.'))
          .map(({ from }) => `${name} ${from}`),
      );
    expect(outside).toEqual([]);
  });

  test('the checker takes types of the market and nothing else from elsewhere', () => {
    expect(sources.filter(({ name }) => name.startsWith('audit/')).flatMap(({ name, text }) => foreign(name, text))).toEqual([]);
    expect(
      foreign(
        'audit/replay/x.ts',
        "import { NOWHERE } from '../../market/market.ts';\nimport type { Matching } from '../../batch/allocate.ts';\n",
      ),
    ).toHaveLength(2);
  });
});
