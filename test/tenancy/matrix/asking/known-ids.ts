import { randomUUID } from 'node:crypto';
import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Principal } from './principal.ts';

/** Ids somebody may try. */
export const idKinds = ['own', 'sibling', 'foreign', 'other', 'random', 'malformed'] as const;
export type IdKind = (typeof idKinds)[number];

/** Every id that was ever answered, and to whom: whose an id is shows in who is told it. */
export class KnownIds {
  readonly #seen = new Map<string, Map<string, Set<Principal>>>();

  add(type: string, id: string, principal: Principal): void {
    const ids = this.#seen.get(type) ?? new Map<string, Set<Principal>>();
    this.#seen.set(type, ids);
    ids.set(id, (ids.get(id) ?? new Set()).add(principal));
  }

  isSeen(type: string, id: string, principal: Principal): boolean {
    return this.#seen.get(type)?.get(id)?.has(principal) ?? false;
  }

  /** The ids of a type that a principal was told. */
  idsOf(type: string, principal: Principal): readonly string[] {
    return [...(this.#seen.get(type) ?? [])].filter(([, seers]) => seers.has(principal)).map(([id]) => id);
  }

  /** How many ids are known: a harvest that finds no more is complete. */
  get size(): number {
    return [...this.#seen.values()].reduce((sum, ids) => sum + ids.size, 0);
  }

  get types(): readonly string[] {
    return [...this.#seen.keys()];
  }

  /** Whether everybody may know all ids of a type: then no kind but one's own makes sense. */
  isPublic(type: string): boolean {
    const ids = [...(this.#seen.get(type)?.values() ?? [])];
    return ids.every((seers) => [...seers].some(({ name }) => name === 'anonymous'));
  }

  /** An id of this kind as seen from a principal; null when the fixture holds none. */
  of(type: string, kind: IdKind, principal: Principal): string | null {
    if (kind === 'malformed') return 'no id at all';
    if (kind === 'random') return encodeId(type, randomUUID());
    if (kind === 'own') return this.#oneOf(this.idsOf(type, principal), principal);
    for (const [id, seers] of this.#seen.get(type) ?? []) {
      if (!seers.has(principal) && [...seers].some((seer) => relation(principal, seer) === kind)) return id;
    }
    return null;
  }

  /** Not the same place of a list for everybody: the first of a queue has none before it. */
  #oneOf(ids: readonly string[], { name }: Principal): string | null {
    const turn = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
    return ids[turn % ids.length] ?? null;
  }
}

function relation(principal: Principal, seer: Principal): IdKind {
  if (seer.side === null) return 'other';
  return seer.side === principal.side ? 'sibling' : 'foreign';
}
