import type { Id, MarketInput, ProgrammeInput } from '../market/market.ts';
import { isWhole } from './faults/shape-faults.ts';
import { entry } from './properties.ts';

type Json = Readonly<Record<string, unknown>>;

/** The checker's own reading of what-if changes; undefined when one of them cannot be made. */
export function changedInput(input: MarketInput, changes: unknown): MarketInput | undefined {
  let candidates = new Map(Object.entries(input.candidates));
  const programmes = new Map(Object.entries(input.programmes));
  for (const change of Array.isArray(changes) ? changes : [changes]) {
    const made = withChange({ candidates, programmes }, change);
    if (!made) return undefined;
    candidates = made;
  }
  return { ...input, candidates: Object.fromEntries(candidates), programmes: Object.fromEntries(programmes) };
}

interface Sides {
  readonly candidates: Map<Id, readonly Id[]>;
  readonly programmes: Map<Id, ProgrammeInput>;
}

/** Makes one change on the maps and returns the candidates, or undefined. */
function withChange({ candidates, programmes }: Sides, change: unknown): Map<Id, readonly Id[]> | undefined {
  const { op, list, rank, capacity, ranking, reserved } = (change ?? {}) as Json;
  const [candidate, programme] = [entry(change, 'candidate') as Id, entry(change, 'programme') as Id];
  const old = programmes.get(programme);
  const set = (part: Json) => old && programmes.set(programme, { ...old, ...part }) && candidates;
  switch (op) {
    case 'set-capacity':
      return set({ capacity });
    case 'set-ranking':
      return set({ ranking });
    case 'set-reserved':
      return set({ reserved });
    case 'insert-in-ranking': {
      if (!old || !isWhole(rank) || rank < 1 || rank > old.ranking.length + 1) return undefined;
      return set({ ranking: [...old.ranking.slice(0, rank - 1), candidate, ...old.ranking.slice(rank - 1)] });
    }
    case 'add-candidate':
      return candidates.has(candidate) || typeof candidate !== 'string'
        ? undefined
        : candidates.set(candidate, list as readonly Id[]);
    case 'set-list':
      return candidates.has(candidate) ? candidates.set(candidate, list as readonly Id[]) : undefined;
    case 'remove-choice': {
      const choices = candidates.get(candidate);
      return choices?.includes(programme)
        ? candidates.set(
            candidate,
            choices.filter((id) => id !== programme),
          )
        : undefined;
    }
    case 'remove-candidate':
      return candidates.delete(candidate) ? withoutThem({ candidates, programmes }, candidate) : undefined;
    default:
      return undefined;
  }
}

function withoutThem({ candidates, programmes }: Sides, candidate: Id): Map<Id, readonly Id[]> {
  const others = (ranking: readonly Id[]) => ranking.filter((id) => id !== candidate);
  for (const [id, programme] of programmes) {
    const pools = (programme.pools ?? []).map((pool) => (pool.ranking ? { ...pool, ranking: others(pool.ranking) } : pool));
    programmes.set(id, { ...programme, ranking: others(programme.ranking), ...(programme.pools ? { pools } : {}) });
  }
  return candidates;
}
