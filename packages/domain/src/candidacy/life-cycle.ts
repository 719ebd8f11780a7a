/** Working states of a candidacy (candidature), one per chosen school; what a candidate is shown is `shownStates`. */
export const candidacyStates = [
  'RECEIVED',
  'TO_COMPLETE',
  'ADMISSIBLE',
  'INADMISSIBLE',
  'UNDER_REVIEW',
  'ELIGIBLE',
  'NOT_ELIGIBLE',
  'EXAMINED',
  'ABSENT',
  'MAIN_LIST',
  'WAITING_LIST',
  'NOT_RANKED',
  'OFFERED',
  'ACCEPTED',
  'HELD',
  'DECLINED',
  'LAPSED',
  'RESIGNED',
  'ENROLLED',
  'CONDITION_NOT_MET',
  'WITHDRAWN_LATE',
  'WITHDRAWN',
] as const;
/** One of `candidacyStates`. */
export type CandidacyState = (typeof candidacyStates)[number];

/** Who may fire an event; the clock is a job that runs when a deadline has passed. */
export type Actor = 'candidate' | 'officer' | 'jury' | 'panel' | 'allocation' | 'registrar' | 'clock';

/** What must hold before a step, by name; a guard is decided beside the use-case that fires the event. */
export type Guard =
  | 'application submitted'
  | 'complete and within the rules'
  | 'a piece is missing'
  | 'a rule objects'
  | 'completion deadline has passed'
  | 'readers are free of conflict'
  | 'quorum'
  | 'seat free'
  | 'one seat at a time'
  | 'reply deadline has passed'
  | 'every condition is proved'
  | 'condition deadline has passed'
  | 'filing deadline ahead';

/** What a step brings about elsewhere. */
export type Effect =
  | 'the other candidacies are released' // a HELD one takes the better offer, every other that has not ended is withdrawn
  | 'the seat comes free'
  | 'the candidate is told';

type Row = readonly [
  from: CandidacyState | null,
  event: string,
  to: CandidacyState,
  who: Actor,
  guard: Guard | null,
  ...Effect[],
];

const released = 'the other candidacies are released';
const freed = 'the seat comes free';
const told = 'the candidate is told';

const rows = [
  [null, 'receive', 'RECEIVED', 'candidate', 'application submitted', told],
  ['RECEIVED', 'find admissible', 'ADMISSIBLE', 'officer', 'complete and within the rules'],
  ['RECEIVED', 'ask to complete', 'TO_COMPLETE', 'officer', 'a piece is missing', told],
  ['RECEIVED', 'find inadmissible', 'INADMISSIBLE', 'officer', 'a rule objects'],
  ['TO_COMPLETE', 'complete', 'RECEIVED', 'candidate', null],
  // Who is too slow to complete is judged on the dossier as it stands.
  ['TO_COMPLETE', 'find admissible', 'ADMISSIBLE', 'officer', 'completion deadline has passed'],
  ['TO_COMPLETE', 'find inadmissible', 'INADMISSIBLE', 'officer', 'completion deadline has passed'],
  ['ADMISSIBLE', 'assign readers', 'UNDER_REVIEW', 'officer', 'readers are free of conflict'],
  ['UNDER_REVIEW', 'call to orals', 'ELIGIBLE', 'jury', 'quorum'],
  ['UNDER_REVIEW', 'do not call to orals', 'NOT_ELIGIBLE', 'jury', 'quorum'],
  ['ELIGIBLE', 'enter marks', 'EXAMINED', 'panel', null],
  ['ELIGIBLE', 'record absence', 'ABSENT', 'panel', null],
  ['EXAMINED', 'put on main list', 'MAIN_LIST', 'jury', 'quorum'],
  ['EXAMINED', 'put on waiting list', 'WAITING_LIST', 'jury', 'quorum'],
  ['EXAMINED', 'leave unranked', 'NOT_RANKED', 'jury', 'quorum'],
  ['MAIN_LIST', 'offer seat', 'OFFERED', 'allocation', 'seat free', told],
  ['WAITING_LIST', 'offer seat', 'OFFERED', 'allocation', 'seat free', told],
  ['OFFERED', 'accept', 'ACCEPTED', 'candidate', 'one seat at a time', released],
  ['OFFERED', 'hold', 'HELD', 'candidate', 'one seat at a time'],
  ['OFFERED', 'decline', 'DECLINED', 'candidate', null, freed],
  ['OFFERED', 'let lapse', 'LAPSED', 'clock', 'reply deadline has passed', freed, told],
  ['HELD', 'take better offer', 'RESIGNED', 'candidate', null, freed],
  ['HELD', 'accept', 'ACCEPTED', 'candidate', 'one seat at a time', released],
  ['ACCEPTED', 'meet conditions', 'ENROLLED', 'registrar', 'every condition is proved', told],
  ['ACCEPTED', 'miss conditions', 'CONDITION_NOT_MET', 'registrar', 'condition deadline has passed', freed, told],
  ['ACCEPTED', 'withdraw', 'WITHDRAWN_LATE', 'candidate', null, freed],
  // Any that has not ended, before a definitive yes.
  ['RECEIVED', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['TO_COMPLETE', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['ADMISSIBLE', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['UNDER_REVIEW', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['ELIGIBLE', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['EXAMINED', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['MAIN_LIST', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['WAITING_LIST', 'withdraw', 'WITHDRAWN', 'candidate', null],
  ['OFFERED', 'withdraw', 'WITHDRAWN', 'candidate', null, freed],
  ['HELD', 'withdraw', 'WITHDRAWN', 'candidate', null, freed],
  ['WITHDRAWN', 'choose again', 'RECEIVED', 'candidate', 'filing deadline ahead', told],
] as const satisfies readonly Row[];

/** What happens to a candidacy: the second column of the table. */
export type CandidacyEvent = (typeof rows)[number][1];

/** One step: from a state (null: there was no candidacy), fired by someone, under a guard, to the next. */
export interface Transition {
  readonly from: CandidacyState | null;
  readonly event: CandidacyEvent;
  readonly who: Actor;
  readonly guard: Guard | null;
  readonly to: CandidacyState;
  readonly effects: readonly Effect[];
}

/** Every step in the life of a candidacy (procedure and law); in use so far: receive, withdraw, choose again. */
export const candidacyTransitions: readonly Transition[] = (rows as readonly Row[]).map(
  ([from, event, to, who, guard, ...effects]) => ({ from, event: event as CandidacyEvent, to, who, guard, effects }),
);

/** The state an event leads to, or null when that event cannot happen in this state; null as a state: there was no candidacy. */
export const stateAfter = (state: CandidacyState | null, event: CandidacyEvent): CandidacyState | null =>
  candidacyTransitions.find((row) => row.from === state && row.event === event)?.to ?? null;

/** Everything that can happen to a candidacy in this state; nothing once it has ended. */
export const eventsFrom = (state: CandidacyState | null): readonly CandidacyEvent[] =>
  candidacyTransitions.filter(({ from }) => from === state).map(({ event }) => event);
