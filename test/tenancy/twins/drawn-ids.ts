import { type IdKind, KnownIds } from '../matrix/asking/known-ids.ts';
import type { Principal } from '../matrix/asking/principal.ts';
import type { Draws } from './draws.ts';

/** What was told to whom before the worlds parted, and to whom. */
export interface ToldBefore {
  readonly ids: KnownIds;
  readonly principals: readonly Principal[];
}

/** The ids one principal was told, before the worlds parted and in one of them since; which is taken is drawn. */
export class DrawnIds extends KnownIds {
  readonly #before: ToldBefore;
  /** Set anew for each step, to the same draws in both worlds. */
  draws: Draws | null = null;

  constructor(before: ToldBefore) {
    super();
    this.#before = before;
  }

  override idsOf(type: string, principal: Principal): readonly string[] {
    return [...new Set([...this.#before.ids.idsOf(type, principal), ...super.idsOf(type, principal)])];
  }

  override isPublic(type: string): boolean {
    return this.#before.ids.isPublic(type);
  }

  /** Own ones, or those that somebody else was told: of what P must not know, one world holds them and the other need not. */
  override of(type: string, kind: IdKind, principal: Principal): string | null {
    const own = this.idsOf(type, principal);
    const from = kind === 'own' ? own : this.#others(type).filter((id) => !own.includes(id));
    return from.length === 0 || this.draws === null ? null : (from[this.draws.below(from.length)] ?? null);
  }

  #others(type: string): readonly string[] {
    const { ids, principals } = this.#before;
    return [...new Set(principals.flatMap((each) => ids.idsOf(type, each)))];
  }
}
