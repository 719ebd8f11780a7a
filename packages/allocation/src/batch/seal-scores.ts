import type { Id } from '../market/market.ts';
import { type Objections, object, type Refusal, refusalOf, within } from '../market/objections.ts';
import { isCount, isRecord, onlyKeys, shapeless } from '../market/read-shapes.ts';

/** A market of scores, higher is better; no score is not ranked. Equal scores are treated equally (R1). */
export interface ScoredMarket {
  readonly candidates: Readonly<Record<Id, readonly Id[]>>;
  readonly programmes: Readonly<Record<Id, { readonly capacity: number; readonly scores: Readonly<Record<Id, number>> }>>;
}

/** The market itself when nothing objects to it. */
export function sealScores(input: Readonly<Record<string, unknown>>): ScoredMarket | Refusal {
  const at: Objections = { found: [], steps: [] };
  const { candidates, programmes } = input;
  if (!isRecord(programmes)) shapeless(within(at, 'programmes'), 'An object keyed by id is expected.');
  if (!isRecord(candidates)) shapeless(within(at, 'candidates'), 'An object keyed by id is expected.');
  else
    for (const [id, list] of Object.entries(candidates))
      readList(list, isRecord(programmes) ? programmes : {}, within(at, 'candidates', id));
  if (isRecord(programmes))
    for (const [id, programme] of Object.entries(programmes))
      readScored(programme, isRecord(candidates) ? candidates : {}, within(at, 'programmes', id));
  return refusalOf(at.found) ?? (input as unknown as ScoredMarket);
}

function readList(list: unknown, programmes: object, at: Objections): void {
  if (!Array.isArray(list)) return void shapeless(at, 'A preference list is a list of programmes.');
  const seen = new Set<unknown>();
  for (const [index, choice] of list.entries()) {
    if (typeof choice !== 'string') shapeless(within(at, index), 'An id is a text.');
    else if (seen.has(choice)) object(within(at, index), 'duplicate-choice', 'The list names this programme twice.');
    else if (!Object.hasOwn(programmes, choice)) object(within(at, index), 'unknown-programme', 'No programme bears this id.');
    seen.add(choice);
  }
}

function readScored(programme: unknown, candidates: object, at: Objections): void {
  if (!isRecord(programme)) return void shapeless(at, 'A programme is an object with capacity and scores.');
  onlyKeys(programme, ['capacity', 'scores', 'school'], at);
  if (!isCount(programme['capacity'])) object(within(at, 'capacity'), 'bad-capacity', 'capacity is an integer from 0.');
  const { scores } = programme;
  if (!isRecord(scores)) return void shapeless(within(at, 'scores'), 'Scores are keyed by candidate.');
  for (const [id, score] of Object.entries(scores)) {
    if (!Number.isFinite(score)) shapeless(within(at, 'scores', id), 'A score is a finite number.');
    if (!Object.hasOwn(candidates, id)) object(within(at, 'scores', id), 'unknown-candidate', 'No candidate bears this id.');
  }
}
