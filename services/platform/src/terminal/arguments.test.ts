import { afterEach, expect, test } from '@jest/globals';
import { argumentsOf } from './arguments.ts';
import { Refused } from './refused.ts';
import { Told } from './told.ts';

const usage = ['usage: pnpm code ADDRESS'];
const { argv } = process;
afterEach(() => {
  process.argv = argv;
});
const given = (...words: string[]) => {
  process.argv = ['node', 'code.ts', ...words];
  return () => argumentsOf(usage, { allowPositionals: true });
};

test.each(['--help', '-h'])('%s tells the usage, and is no fault', (word) => {
  expect(given(word)).toThrow(new Told(usage));
  expect(given('somebody@example.fr', word)).toThrow(Told);
});

test('a word that is not understood is refused with the usage', () => {
  expect(given('--loud')).toThrow(Refused);
  expect(given('--loud')).toThrow(/'--loud'[\s\S]*usage: pnpm code ADDRESS/);
});
