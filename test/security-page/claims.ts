import { type Claim, pnpm, wall } from './claim.ts';
import { toldOfMutants } from './mutants-caught.ts';
import { counted, figure, percent, summed } from './reports.ts';

/** Every figure the page shows, in the order of the questions a reader asks. */
export const claims: readonly Claim[] = [
  {
    claim: 'Nobody reads a word of others, moves a row of others, or learns from an answer that a foreign id exists',
    report: 'matrix',
    told: (report) =>
      `${counted(report, 'operations')} operations by ${counted(report, 'principals')} principals over HTTP: ${counted(report, 'leaks')} words leaked,
      ${counted(report, 'moves')} foreign rows moved, ${counted(report, 'oracles')} answers that tell a foreign id from an unknown one,
      ${counted(report, 'faults')} faults of ours. Seen to answer something: ${counted(report, 'fieldsSeen')} of ${counted(report, 'fields')} fields;
      seen to succeed: ${counted(report, 'mutationsSucceeded')} of ${counted(report, 'mutations')} mutations`,
    command: wall('matrix'),
  },
  {
    claim: 'Each wall taken away alone is noticed by the tests named for it',
    report: 'mutants',
    told: toldOfMutants,
    command: pnpm('test:mutants'),
  },
  {
    claim: 'Each abuse and fault of the catalogue has a test that bears its number',
    report: 'cases',
    told: (report) =>
      `${counted(report, 'coveredNow')} of ${counted(report, 'dueNow')} cases due at this stage, ${counted(report, 'covered')} of
      ${counted(report, 'of')} in all, in ${counted(report, 'tests')} passing tests`,
    command: pnpm('cases --due 1'),
  },
  {
    claim: 'Of two worlds that differ only in what somebody must not know, that somebody is told the same bytes',
    report: 'twins',
    told: (report) =>
      `${counted(report, 'toldApart')} of ${counted(report, 'pairs')} pairs told apart: ${counted(report, 'changes')} kinds of secret,
      ${counted(report, 'principals')} principals, ${counted(report, 'steps')} questions and acts, ${counted(report, 'charactersCompared')} characters alike`,
    command: wall('twins'),
  },
  {
    claim: 'No school learns its place in an order of preference beyond chance, and no two schools which of them is preferred',
    report: 'secrecy',
    told: (report) =>
      `of ${counted(report, 'candidates')} submissions, eight at a time: own place among five guessed in ${percent(report, 'ownPlace.best.scoredOn')} by the best of
      ${counted(report, 'ownPlace.attacks')} attacks (chance 20 %, limit 24 %) and in ${percent(report, 'ownPlace.classifier.scoredOn')} by a classifier over all; the preferred of two
      in ${percent(report, 'preferredOfTwo.best.scoredOn')} of ${counted(report, 'preferredOfTwo.attacks')} and in ${percent(report, 'preferredOfTwo.classifier.scoredOn')} (chance 50 %, limit 54 %)`,
    command: wall('secrecy'),
  },
  {
    claim: 'How long an answer takes does not tell a foreign id from a random one',
    report: 'time',
    told: (report) =>
      `in ${counted(report, 'pairs')} pairs each of ${counted(report, 'fields')} fields the foreign one is guessed in ${percent(report, 'worst')} at worst (chance 50 %, limit
      ${percent(report, 'most')})`,
    command: wall('time'),
  },
  {
    claim: 'While connections break, answers wait and the pool is spent, errors are many and leaks are none',
    report: 'chaos',
    told: (report) =>
      `${summed(report, 'pools', 'leaks')} words leaked and ${summed(report, 'pools', 'moves')} foreign rows moved in ${summed(report, 'pools', 'operations')} operations
      with pools of 1 and 3, through ${summed(report, 'pools', 'broken')} broken connections, ${summed(report, 'pools', 'rollbacks')} transactions taken back
      and ${summed(report, 'pools', 'delays')} delays (seed ${figure(report, 'seed')})`,
    command: wall('chaos'),
  },
  {
    claim: 'Attack documents are refused before they run, and an honest user beside them hardly waits longer',
    report: 'abuse',
    told: (report) =>
      `the honest user's p99 ${counted(report, 'alone')} ms alone and ${counted(report, 'attacked')} ms under ${counted(report, 'attacksPerSecond')} attack documents a second
      (${counted(report, 'ratio')} times, medians of ${counted(report, 'rounds')} rounds of twice ${counted(report, 'seconds')} s), ${counted(report, 'honestRefused')} answers refused,
      ${counted(report, 'drift')} MB of memory more at the end`,
    command: wall('abuse'),
  },
];
