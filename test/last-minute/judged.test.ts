import { expect, test } from '@jest/globals';
import { faultsOf, slowest } from './judged.ts';
import type { Kept } from './kept.ts';
import type { Sent } from './send.ts';

const sent: Sent = {
  group: 'in time',
  at: -2000,
  reference: 'R',
  sentAt: -2000,
  answeredAt: -1900,
  status: 200,
  body: '',
  outcome: 'ACCEPTED',
  message: null,
  returns: 0,
};
const kept: Kept = { reference: 'R', snapshots: 1, receivedAt: -1990, files: 5, receipts: ['m'], waiting: 0 };
const nothing = { snapshots: 0, receivedAt: null, files: 0, receipts: [] };
const late = { group: 'late', sentAt: 100, answeredAt: 120, outcome: 'DEADLINE_PASSED' } as const;

const faults = (seen: Partial<Sent>, holds: Partial<Kept>, mails = 1) => {
  const told = { sent: [{ ...sent, ...seen }], kept: [{ ...kept, ...holds }], caught: new Map([['m', mails]]) };
  return faultsOf({ ...told, give: 2, schools: 5, wereWaiting: true });
};

test('a submission that is whole, and one that is refused in time, show no fault', () => {
  expect(faults({}, {})).toEqual([]);
  expect(faults(late, nothing)).toEqual([]);
});

const broken: readonly (readonly [fault: string, seen: Partial<Sent>, holds: Partial<Kept>, mails?: number])[] = [
  ['acknowledged and lost', {}, nothing],
  ['4 school files of 5', {}, { files: 4 }],
  ['0 receipts', {}, { receipts: [] }],
  ['2 receipts', {}, { receipts: ['m', 'm'] }],
  ['its receipt came 2 times', {}, {}, 2],
  ['its receipt came 0 times', {}, {}, 0],
  ['a receipt still waits', {}, { waiting: 1 }],
  ['accepted though received 3.000 ms after the deadline', { sentAt: -10, answeredAt: 20 }, { receivedAt: 3 }],
  ['received at -1890, not while it was asked', {}, { receivedAt: -1890 }],
  ['refused though received before the deadline', { ...late, group: 'held', sentAt: -600 }, nothing],
  ['refused before the deadline', { ...late, group: 'at the instant', sentAt: -40, answeredAt: -20 }, nothing],
  ['refused with UNAVAILABLE', { ...late, outcome: 'UNAVAILABLE' }, nothing],
  ['refused, and something was kept of it', late, { ...nothing, files: 1 }],
];

test.each(broken.map(([fault, ...found]) => ({ fault, found })))('the judge says: $fault', ({ fault, found }) => {
  expect(faults(...found).map((words) => words.replace(/^.*?: /, ''))).toContain(fault);
});

test('of twenty answers the nineteenth slowest is what 95 in 100 took at most', () => {
  const all = Array.from({ length: 20 }, (_, index) => ({ ...sent, sentAt: 0, answeredAt: index + 1 }));
  expect([slowest(all, 0.5), slowest(all, 0.95), slowest(all, 1)]).toEqual([10, 19, 20]);
});
