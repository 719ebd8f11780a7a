import { readFileSync } from 'node:fs';
import { checkDocument } from '@guichet/allocation/audit/check-document';
import { tableOf } from '@guichet/allocation/cli/result-table';
import { describe, expect, test } from '@jest/globals';
import { answer } from '../answers.ts';

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8')) as object;
const page = readFileSync(new URL('../../../../docs/allocation.md', import.meta.url), 'utf8');

const order = (ranking: readonly string[]) =>
  answer({ kind: 'call-order', ranking, groups: { m: ['m1', 'm2'] }, minRates: [{ group: 'm', percent: 50 }] }).callOrder;

describe('the worked example of docs/allocation.md', () => {
  test.each(['astg3-first-call', 'astg3-campaign'])('%s prints the tables of the page, and the checker agrees', (name) => {
    const document = example(name);
    const result = answer(document);
    expect(page).toContain(`\`\`\`text\n${tableOf(result as unknown as Readonly<Record<string, unknown>>)}\`\`\`\n`);
    expect(checkDocument(document, result).violations).toEqual([]);
  });

  test('one late withdrawal serves two people in one run', () => {
    const { perRun } = answer(example('astg3-campaign'));
    expect(perRun.map(({ offers }) => offers)).toEqual([
      { Arbois: ['Chloé', 'Aïcha', 'Farid', 'Bruno', 'David'], Brest: ['Gaël', 'Élise'], Cluny: ['Hanna'] },
      {},
      { Arbois: ['Hanna'], Cluny: ['Jules'] },
    ]);
  });

  test('what the page tells of a rate computed anew is so', () => {
    expect([order(['m1', 'n1', 'm2']), order(['n1', 'm2'])]).toEqual([
      ['m1', 'n1', 'm2'],
      ['m2', 'n1'],
    ]);
  });
});
