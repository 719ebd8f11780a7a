import { expect, test } from '@jest/globals';
import { idsOf, isCovered, isDueBy, linesOf, standings, unknownIds } from './case-list.ts';

const cases = [
  { id: 'A-01', due: '1', perform: 'audits' },
  { id: 'A-16', due: '1+', perform: 'pages' },
  { id: 'B-04', due: '2', perform: 'references' },
];
const tests = [
  { title: 'A-01 A-16 both are proved by one run', status: 'passed' },
  { title: 'A-16 and by another', status: 'failed' },
  { title: 'B-04 a skipped test covers nothing', status: 'pending' },
  { title: 'what A-01 says inside a title carries nothing', status: 'failed' },
  { title: 'Z-99 is no case, C-99 neither', status: 'passed' },
  { title: 'C-99 is no case', status: 'passed' },
];

test('a title carries the ids it begins with, several too', () => {
  expect(idsOf('B-03 B-20 nobody sees')).toEqual(['B-03', 'B-20']);
  expect(idsOf('C-01 17: a foreign key')).toEqual(['C-01']);
  expect(idsOf('see B-03')).toEqual([]);
});

test('a case is covered when a test of it passed and none failed', () => {
  const found = standings(cases, tests, new Map([['B-04', 'comes with references']]));
  expect(found.map((each) => [each.id, isCovered(each), each.reason])).toEqual([
    ['A-01', true, null],
    ['A-16', false, null],
    ['B-04', false, 'comes with references'],
  ]);
});

test('what is due at a stage is due at the later ones, and what grows is due from its stage on', () => {
  expect(cases.map((each) => isDueBy(each, 1))).toEqual([true, true, false]);
  expect(cases.every((each) => isDueBy(each, 2))).toBe(true);
});

test('an id that no case bears is told', () => {
  expect(unknownIds(cases, tests)).toEqual(['C-99']);
});

test('a cell may hold commas and quotes', () => {
  expect(linesOf('id,why\nA-01,"one, ""two"""\nA-02,three\n').map((line) => line.slice(0, 2))).toEqual([
    ['A-01', 'one, "two"'],
    ['A-02', 'three'],
  ]);
});
