import type { Id, MarketInput, Pool, ProgrammeInput, Reserve } from './market.ts';
import type { ObjectionCode, Objections, Refusal } from './objections.ts';
import { object, refusalOf, within } from './objections.ts';
import { isCount, isRecord, shapeless } from './read-shapes.ts';

/** One change of a what-if, from the sealed market. */
export type Change =
  | { readonly op: 'set-capacity'; readonly programme: Id; readonly capacity: number }
  | { readonly op: 'remove-candidate'; readonly candidate: Id }
  | { readonly op: 'remove-choice'; readonly candidate: Id; readonly programme: Id }
  | { readonly op: 'set-list'; readonly candidate: Id; readonly list: readonly Id[] }
  | { readonly op: 'add-candidate'; readonly candidate: Id; readonly list: readonly Id[] }
  | { readonly op: 'set-ranking'; readonly programme: Id; readonly ranking: readonly Id[] }
  | { readonly op: 'insert-in-ranking'; readonly programme: Id; readonly candidate: Id; readonly rank: number }
  | { readonly op: 'set-reserved'; readonly programme: Id; readonly reserved: readonly Reserve[] };

/** The market after a list of changes, unsealed; the values brought in are judged when it is sealed. */
export function applyChanges(market: MarketInput, changes: readonly Change[]): MarketInput | Refusal {
  const at: Objections = { found: [], steps: [] };
  let changed = market;
  for (const [index, change] of changes.entries()) {
    const place = within(at, 'change', index);
    if (!isRecord(change)) shapeless(place, 'A change is an object.');
    else changed = applied(changed, change, place) ?? changed;
  }
  return refusalOf(at.found) ?? changed;
}

function applied(market: MarketInput, change: Change, at: Objections): MarketInput | undefined {
  switch (change.op) {
    case 'set-capacity':
      return withProgramme(market, change, { at, change: (programme) => ({ ...programme, capacity: change.capacity }) });
    case 'set-ranking':
      return withProgramme(market, change, { at, change: (programme) => ({ ...programme, ranking: change.ranking }) });
    case 'set-reserved':
      return withProgramme(market, change, { at, change: (programme) => ({ ...programme, reserved: change.reserved }) });
    case 'insert-in-ranking':
      return withProgramme(market, change, { at, change: (programme) => inserted(programme, change, at) });
    case 'add-candidate':
      return Object.hasOwn(market.candidates, change.candidate)
        ? refuse(at, 'change-cannot-apply', 'This candidate is there already.')
        : named(change.candidate, at) && withList(market, change.candidate, change.list);
    case 'set-list':
      return known(market, change, at) ? withList(market, change.candidate, change.list) : undefined;
    case 'remove-choice':
      return withoutChoice(market, change, at);
    case 'remove-candidate':
      return known(market, change, at) ? withoutCandidate(market, change.candidate) : undefined;
    default:
      return refuse(at, 'change-cannot-apply', 'No change goes by this name.');
  }
}

function refuse(at: Objections, reason: ObjectionCode, message: string): undefined {
  object(at, reason, message);
  return undefined;
}

const named = (id: unknown, at: Objections): true | undefined =>
  typeof id === 'string' ? true : refuse(within(at, 'candidate'), 'malformed', 'An id is a text.');

function known(market: MarketInput, { candidate }: { readonly candidate: Id }, at: Objections): boolean {
  if (typeof candidate === 'string' && Object.hasOwn(market.candidates, candidate)) return true;
  object(within(at, 'candidate'), 'unknown-candidate', 'No candidate bears this id.');
  return false;
}

interface ProgrammeChange {
  readonly at: Objections;
  readonly change: (programme: ProgrammeInput) => ProgrammeInput;
}

function withProgramme(
  market: MarketInput,
  { programme }: { readonly programme: Id },
  { at, change }: ProgrammeChange,
): MarketInput | undefined {
  if (typeof programme !== 'string' || !Object.hasOwn(market.programmes, programme))
    return refuse(within(at, 'programme'), 'unknown-programme', 'No programme bears this id.');
  return {
    ...market,
    programmes: withEntry(market.programmes, programme, change(market.programmes[programme] as ProgrammeInput)),
  };
}

function inserted(
  programme: ProgrammeInput,
  { candidate, rank }: { readonly candidate: Id; readonly rank: number },
  at: Objections,
): ProgrammeInput {
  if (isCount(rank) && rank >= 1 && rank <= programme.ranking.length + 1)
    return { ...programme, ranking: programme.ranking.toSpliced(rank - 1, 0, candidate) };
  object(within(at, 'rank'), 'bad-rank', 'A rank is an integer from 1 to one more than those ranked.');
  return programme;
}

function withoutChoice(
  market: MarketInput,
  change: { readonly candidate: Id; readonly programme: Id },
  at: Objections,
): MarketInput | undefined {
  if (!known(market, change, at)) return undefined;
  const list = market.candidates[change.candidate] as readonly Id[];
  if (!list.includes(change.programme))
    return refuse(within(at, 'programme'), 'change-cannot-apply', 'The list does not name this programme.');
  return withList(
    market,
    change.candidate,
    list.filter((choice) => choice !== change.programme),
  );
}

/** The candidate leaves the lists and every ranking, those of pools included. */
function withoutCandidate(market: MarketInput, candidate: Id): MarketInput {
  const others = (list: readonly Id[]) => list.filter((id) => id !== candidate);
  const candidates = Object.fromEntries(Object.entries(market.candidates).filter(([id]) => id !== candidate));
  const pool = (one: Pool): Pool => (one.ranking ? { ...one, ranking: others(one.ranking) } : one);
  const left = (programme: ProgrammeInput): ProgrammeInput => ({
    ...programme,
    ranking: others(programme.ranking),
    ...(programme.pools ? { pools: programme.pools.map(pool) } : {}),
  });
  const programmes = Object.fromEntries(Object.entries(market.programmes).map(([id, programme]) => [id, left(programme)]));
  return { ...market, candidates, programmes };
}

const withList = (market: MarketInput, candidate: Id, list: readonly Id[]): MarketInput => ({
  ...market,
  candidates: withEntry(market.candidates, candidate, list),
});

/** `fromEntries` and never assignment: an id may be `__proto__`. */
const withEntry = <Value>(record: Readonly<Record<Id, Value>>, id: Id, value: Value): Readonly<Record<Id, Value>> =>
  Object.fromEntries([...Object.entries(record), [id, value]]);
