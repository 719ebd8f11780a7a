import { type Dropped, type Id, NOWHERE } from './market.ts';
import { type Objections, object, within } from './objections.ts';
import { shapeless } from './read-shapes.ts';

/** Ids and the numbers given to them, once, at the door. */
export interface Numbering {
  readonly ids: readonly Id[];
  readonly numbers: ReadonlyMap<Id, number>;
}

/** Numbers the own keys of an object, in the order met: no result depends on it. */
export function numberIds(ids: readonly Id[]): Numbering {
  const numbers = new Map<Id, number>();
  for (const [number, id] of ids.entries()) numbers.set(id, number);
  return { ids, numbers };
}

/** What reading lists and rankings shares: where to object, and what a dirty import left out. */
export interface Reading {
  readonly at: Objections;
  readonly dirty: boolean;
  readonly dropped: Dropped[];
}

/** Preference lists as one array of programme numbers; an unknown programme is refused, or left out when dirty. */
export function numberLists(
  lists: Readonly<Record<Id, unknown>>,
  { candidates, programmes }: { readonly candidates: Numbering; readonly programmes: Numbering },
  reading: Reading,
): { readonly choiceStart: Uint32Array; readonly choices: Uint32Array } {
  const choiceStart = new Uint32Array(candidates.ids.length + 1);
  let total = 0;
  for (const id of candidates.ids) total += Array.isArray(lists[id]) ? (lists[id] as unknown[]).length : 0;
  const choices = new Uint32Array(total);
  const seen = new Uint32Array(programmes.ids.length);
  let filled = 0;
  for (let candidate = 0; candidate < candidates.ids.length; candidate += 1) {
    const id = candidates.ids[candidate] as Id;
    const list = lists[id];
    if (!Array.isArray(list)) shapeless(within(reading.at, 'candidates', id), 'A preference list is a list of programmes.');
    else
      for (let index = 0; index < list.length; index += 1) {
        const programme = programmes.numbers.get(list[index]);
        if (programme === undefined) strangeChoice({ id, list, index }, reading);
        else if (seen[programme] === candidate + 1)
          object(within(reading.at, 'candidates', id, index), 'duplicate-choice', 'The list names this programme twice.');
        else {
          seen[programme] = candidate + 1;
          choices[filled] = programme;
          filled += 1;
        }
      }
    choiceStart[candidate + 1] = filled;
  }
  return { choiceStart, choices: choices.subarray(0, filled) };
}

function strangeChoice(
  { id, list, index }: { readonly id: Id; readonly list: readonly unknown[]; readonly index: number },
  reading: Reading,
): void {
  const choice = list[index];
  const at = within(reading.at, 'candidates', id, index);
  if (typeof choice !== 'string') shapeless(at, 'An id is a text.');
  else if (list.indexOf(choice) < index) object(at, 'duplicate-choice', 'The list names this programme twice.');
  else if (reading.dirty) reading.dropped.push({ candidate: id, programme: choice, reason: 'unknown-programme' });
  else object(at, 'unknown-programme', 'No programme bears this id.');
}

/** Numbers rankings one after another; a candidate met twice in one of them is an objection, a stranger too unless dirty. */
export function rankingReader(candidates: Numbering, reading: Reading) {
  const seen = new Uint32Array(candidates.ids.length);
  let round = 0;
  return (ranking: readonly Id[], programme: Id, at: Objections): Uint32Array => {
    const numbered = new Uint32Array(ranking.length);
    let strangers: Set<Id> | undefined;
    round += 1;
    for (let index = 0; index < ranking.length; index += 1) {
      const id = ranking[index] as Id;
      const candidate = candidates.numbers.get(id) ?? NOWHERE;
      numbered[index] = candidate;
      const twice = candidate === NOWHERE ? strangers?.has(id) : seen[candidate] === round;
      if (twice) object(within(at, index), 'duplicate-rank', 'The ranking names this candidate twice.');
      else if (candidate !== NOWHERE) seen[candidate] = round;
      else {
        strangers ??= new Set();
        strangers.add(id);
        if (reading.dirty) reading.dropped.push({ candidate: id, programme, reason: 'unknown-candidate' });
        else object(within(at, index), 'unknown-candidate', 'No candidate bears this id.');
      }
    }
    return numbered;
  };
}
