import { type IdKind, KnownIds } from '../matrix/asking/known-ids.ts';
import type { Principal } from '../matrix/asking/principal.ts';
import type { Draws } from './draws.ts';

/** The ids one principal was told, before the worlds parted and in one of them since; which is taken is drawn. */
export class DrawnIds extends KnownIds {
  readonly #before: ReadonlyMap<Principal, KnownIds>;
  /** Set anew for each step, to the same draws in both worlds. */
  draws: Draws | null = null;

  constructor(before: ReadonlyMap<Principal, KnownIds>) {
    super();
    this.#before = before;
  }

  override idsOf(type: string, principal: Principal): readonly string[] {
    const before = this.#before.get(principal)?.idsOf(type, principal) ?? [];
    return [...new Set([...before, ...super.idsOf(type, principal)])];
  }

  override isPublic(type: string): boolean {
    const open = new Set([...this.#before].flatMap(([who, ids]) => (who.name === 'anonymous' ? ids.idsOf(type, who) : [])));
    return this.#everybodys(type).every((id) => open.has(id));
  }

  /** Own ones, or those that somebody else was told: of what P must not know, one world holds them and the other need not. */
  override of(type: string, kind: IdKind, principal: Principal): string | null {
    const own = this.idsOf(type, principal);
    const from = kind === 'own' ? own : this.#everybodys(type).filter((id) => !own.includes(id));
    return from.length === 0 || this.draws === null ? null : (from[this.draws.below(from.length)] ?? null);
  }

  #everybodys(type: string): readonly string[] {
    return [...new Set([...this.#before].flatMap(([who, ids]) => ids.idsOf(type, who)))];
  }
}
