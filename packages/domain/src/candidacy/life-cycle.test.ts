import { describe, expect, test } from '@jest/globals';
import {
  type CandidacyEvent,
  type CandidacyState,
  candidacyStates,
  candidacyTransitions,
  eventsFrom,
  stateAfter,
} from './life-cycle.ts';
import { lifeCycleDiagram } from './life-cycle-diagram.ts';

const ended = [
  'INADMISSIBLE',
  'NOT_ELIGIBLE',
  'ABSENT',
  'NOT_RANKED',
  'DECLINED',
  'LAPSED',
  'RESIGNED',
  'ENROLLED',
  'CONDITION_NOT_MET',
  'WITHDRAWN_LATE',
];

const effectsOf = (event: CandidacyEvent) => candidacyTransitions.filter((row) => row.event === event).map((row) => row.effects);

describe('the table', () => {
  test('no state has two steps for one event', () => {
    const keys = candidacyTransitions.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('every state is reached, and only from RECEIVED onwards', () => {
    const reached = new Set<CandidacyState>(['RECEIVED']);
    for (const state of reached) for (const { from, to } of candidacyTransitions) if (from === state) reached.add(to);
    expect([...reached].toSorted()).toEqual([...candidacyStates].toSorted());
    expect(eventsFrom(null)).toEqual(['receive']);
  });

  test('ten states have ended; nothing happens to them', () => {
    expect(candidacyStates.filter((state) => eventsFrom(state).length === 0).toSorted()).toEqual(ended.toSorted());
  });

  test('whatever has not ended can be withdrawn, late once it was accepted', () => {
    const living = candidacyStates.filter((state) => !ended.includes(state) && state !== 'WITHDRAWN');
    expect(living.map((state) => stateAfter(state, 'withdraw'))).toEqual(
      living.map((state) => (state === 'ACCEPTED' ? 'WITHDRAWN_LATE' : 'WITHDRAWN')),
    );
  });

  test('accepting releases the other candidacies, holding a seat does not', () => {
    expect(effectsOf('accept')).toEqual([['the other candidacies are released'], ['the other candidacies are released']]);
    expect(effectsOf('hold')).toEqual([[]]);
  });

  test('every step that leaves a seat frees it', () => {
    const seated = new Set<CandidacyState | null>(['OFFERED', 'HELD', 'ACCEPTED']);
    const kept = new Set<CandidacyState>(['HELD', 'ACCEPTED', 'ENROLLED']);
    for (const { from, to, effects } of candidacyTransitions) {
      expect(effects.includes('the seat comes free')).toBe(seated.has(from) && !kept.has(to));
    }
  });
});

describe('the steps in use', () => {
  const rows: [CandidacyState | null, CandidacyEvent, CandidacyState | null][] = [
    [null, 'receive', 'RECEIVED'],
    ['RECEIVED', 'receive', null],
    ['RECEIVED', 'withdraw', 'WITHDRAWN'],
    ['WITHDRAWN', 'withdraw', null],
    ['WITHDRAWN', 'choose again', 'RECEIVED'],
    ['RECEIVED', 'choose again', null],
    ['WITHDRAWN_LATE', 'choose again', null],
    [null, 'choose again', null],
  ];
  test.each(rows)('from %s, %s leads to %s', (from, event, to) => {
    expect(stateAfter(from, event)).toBe(to);
  });

  test.each([
    [null, 'accept'],
    ['RECEIVED', 'offer seat'],
    ['RECEIVED', 'accept'],
    ['ACCEPTED', 'accept'],
    ['DECLINED', 'accept'],
    ['LAPSED', 'accept'],
    ['INADMISSIBLE', 'find admissible'],
  ] as [CandidacyState | null, CandidacyEvent][])('B-25 from %s nothing follows %s', (from, event) => {
    expect(stateAfter(from, event)).toBeNull();
  });
});

test('the diagram draws every step once, and a way out of every ended state', () => {
  const lines = lifeCycleDiagram().trimEnd().split('\n');
  expect(lines[0]).toBe('stateDiagram-v2');
  expect(lines[1]).toBe('  [*] --> RECEIVED: receive (candidate), if application submitted');
  expect(lines).toHaveLength(1 + candidacyTransitions.length + ended.length);
  expect(lines).toContain('  OFFERED --> DECLINED: decline (candidate)');
  expect(lines).toContain('  ENROLLED --> [*]');
});
