import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, jest, test } from '@jest/globals';

jest.setTimeout(120_000);

const root = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

// Those of the platform all read their words by one function, which has its own test (services/platform/src/terminal).
const ours = Object.entries(scripts).flatMap(([name, line]) => {
  const words = /^node (?:[^&]* |)(?:test|packages)\/[^&]*$/.exec(line)?.[0].split(' ').slice(1);
  return words === undefined ? [] : [{ name, words }];
});

/** A command as package.json has it, with further words; one that begins to work in place of refusing is stopped. */
async function told(words: readonly string[], ...further: string[]) {
  const folder = join(tmpdir(), 'guichet-nowhere');
  const child = spawn(process.execPath, [...words, ...further], {
    cwd: root,
    env: { ...process.env, GUICHET_DATA: folder, PORT: '0' },
    timeout: 100_000,
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('close', resolve);
  const status = await promise;
  return { status, words: (await said).join('') };
}

test.each(ours)('pnpm $name tells what it does not understand, and its usage', async ({ words }) => {
  const answer = await told(words, '--bogus');
  expect([answer.status, answer.words]).toEqual([expect.any(Number), expect.stringMatching(/--bogus[\s\S]*^usage: pnpm /m)]);
  expect(answer.status).not.toBe(0);
  expect(answer.words).not.toMatch(/^\s+at /m);
});

test.each([
  ['cases', ['--results', '/nowhere.json'], /\/nowhere\.json is not there/],
  ['cases', ['--due', 'soon'], /--due is a whole number/],
  ['test:walls', ['--only', 'nothing'], /Nothing is called nothing/],
  ['test:faults', ['--only', 'nothing'], /Nothing is called nothing/],
  ['test:races', ['--only', 'Z-99'], /Nothing is called Z-99/],
  ['test:mutants', ['--only', 'nothing at all'], /No mutant has nothing at all/],
  ['test:only', ['test/nowhere'], /Nothing lies at test\/nowhere/],
  ['test', ['test/stories'], /name them behind test:only/],
] as const)('pnpm %s %j is told in a sentence', async (name, further, sentence) => {
  const answer = await told(ours.find((each) => each.name === name)?.words ?? [], ...further);
  expect([answer.status, answer.words]).toEqual([2, expect.stringMatching(sentence)]);
});
