import type { Id, Pool, ProgrammeInput } from '../market/market.ts';
import { type Objections, object, within } from '../market/objections.ts';
import { isCount, textList } from '../market/read-shapes.ts';
import { callListsOf } from './call-lists.ts';
import type { CampaignEvent } from './campaign-event.ts';
import { type CampaignState, happens, MARKED } from './campaign-state.ts';
import { heldAbove, putLast } from './reinstatement.ts';
import { NOT_RANKED, WAITING } from './wish-life.ts';

type Target = CampaignEvent & { readonly do: 'set-target' };
type Insertion = CampaignEvent & { readonly do: 'insert' };
type Correction = CampaignEvent & { readonly do: 'correct' };

/** Seats added go to the next in the call order at the next run; seats removed are vacant ones only (R11). */
export function setTarget(
  state: CampaignState,
  programme: number,
  { event, at }: { readonly event: Target; readonly at: Objections },
): void {
  if (!isCount(event.target)) return object(within(at, 'target'), 'bad-target', 'A target is an integer from 0.');
  const { blocks, ownRanks } = state.calls[programme] as CampaignState['calls'][number];
  const targets = [...(state.targets[programme] as readonly number[])];
  const named = blocks.findIndex(({ name }) => name === event.block);
  if (event.block !== undefined && named < 0)
    return object(within(at, 'block'), 'unknown-block', 'No block of this programme bears this name.');
  if (event.block === undefined && ownRanks) return object(at, 'unknown-block', 'Seats are kept by pool: name the block.');
  const open = named < 0 ? blocks.findIndex(({ name }) => name === 'open') : named;
  const elsewhere = named < 0 ? targets.reduce((sum, target, block) => (block === open ? sum : sum + target), 0) : 0;
  targets[open] = Math.max(0, event.target - elsewhere);
  state.targets[programme] = targets;
}

/** A late candidate enters at the jury's rank and waits; those behind move back by one, nobody loses an offer (R11). */
export function insertLate(
  state: CampaignState,
  [programme, candidate]: readonly [number, Id],
  { event, at }: { readonly event: Insertion; readonly at: Objections },
): void {
  const ranking = rankingOf(state, programme, { pool: event.pool, at });
  if (!ranking) return;
  if (ranking.includes(candidate))
    return object(within(at, 'candidate'), 'duplicate-rank', 'The programme ranks this candidate already.');
  if (!isCount(event.rank) || event.rank < 1 || event.rank > ranking.length + 1)
    return object(within(at, 'rank'), 'bad-rank', 'A rank is an integer from 1 to one more than those ranked.');
  replaceRanking(state, programme, { ranking: ranking.toSpliced(event.rank - 1, 0, candidate), pool: event.pool });
}

/** A corrected ranking (R10): those called keep their offer; the marked ones are judged apart. */
export function correct(
  state: CampaignState,
  programme: number,
  { event, at }: { readonly event: Correction; readonly at: Objections },
): void {
  const before = at.found.length;
  const old = rankingOf(state, programme, { pool: event.pool, at });
  const { marked = [] } = event;
  if (textList(event.ranking, within(at, 'ranking'))) knownOnce(state, event.ranking, within(at, 'ranking'));
  if (textList(marked, within(at, 'marked'))) knownOnce(state, marked, within(at, 'marked'));
  if (!old || at.found.length > before) return;
  replaceRanking(state, programme, { ranking: event.ranking, pool: event.pool });
  const ids = new Set(marked);
  for (const wish of state.choicesOf[programme] as Uint32Array)
    if (ids.has(state.market.candidateIds[state.owner[wish] as number] as Id))
      state.flags[wish] = (state.flags[wish] as number) | MARKED;
}

function knownOnce(state: CampaignState, ids: readonly Id[], at: Objections): void {
  const seen = new Set<Id>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) object(within(at, index), 'duplicate-rank', 'The list names this candidate twice.');
    else if (!state.market.candidateNumbers.has(id) && state.market.input.dirty !== true)
      object(within(at, index), 'unknown-candidate', 'No candidate bears this id.');
    seen.add(id);
  }
}

/** A pool, or the programme itself. */
interface Place {
  readonly pool: Id | undefined;
  readonly at: Objections;
}

function rankingOf(state: CampaignState, programme: number, { pool, at }: Place): readonly Id[] | undefined {
  const rules = state.rules[programme] as ProgrammeInput;
  if (pool === undefined) return rules.ranking;
  const found = (rules.pools ?? []).find(({ name }) => name === pool);
  if (!found) object(within(at, 'pool'), 'unknown-pool', 'No pool of this programme bears this name.');
  return found && (found.ranking ?? rules.ranking);
}

function replaceRanking(
  state: CampaignState,
  programme: number,
  { ranking, pool }: { readonly ranking: readonly Id[]; readonly pool: Id | undefined },
): void {
  const rules = state.rules[programme] as ProgrammeInput;
  const changed = (one: Pool): Pool => (one.name === pool ? { ...one, ranking } : one);
  state.rules[programme] = pool === undefined ? { ...rules, ranking } : { ...rules, pools: (rules.pools ?? []).map(changed) };
  const lists = callListsOf(state, programme);
  state.calls[programme] = lists;
  const ranked = new Set(lists.order);
  for (const wish of state.choicesOf[programme] as Uint32Array) {
    if (state.states[wish] === WAITING && !ranked.has(wish)) happens(state, wish, 'unrank');
    else if (state.states[wish] === NOT_RANKED && ranked.has(wish) && heldAbove(state, wish) === undefined) {
      happens(state, wish, 'rank');
      putLast(state, wish);
    }
  }
}
