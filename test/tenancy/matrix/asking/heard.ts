import type { KnownIds } from './known-ids.ts';
import type { Principal } from './principal.ts';

/** Which fields were ever answered with something, by `Type.field`. */
export type Answered = Map<string, Set<string>>;

/** The version or digest a principal was told last, by `Type.field`: what the next act hands back. */
export type LastTold = Map<Principal, Map<string, unknown>>;

export interface Hearing {
  readonly ids: KnownIds;
  readonly answered: Answered;
  readonly lastTold?: LastTold;
}

/** Walks an answer by its type names: remembers every id told, and every field that held something. */
export function hear(data: unknown, principal: Principal, into: Hearing): void {
  if (Array.isArray(data)) {
    for (const part of data) hear(part, principal, into);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  const { __typename: type, ...fields } = data as Record<string, unknown>;
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    if (typeof type === 'string') note(into, { type, field, value, principal });
    hear(value, principal, into);
  }
  if (typeof type === 'string' && typeof fields['id'] === 'string') into.ids.add(type, fields['id'], principal);
}

interface Told {
  readonly type: string;
  readonly field: string;
  readonly value: unknown;
  readonly principal: Principal;
}

function note({ answered, lastTold }: Hearing, { type, field, value, principal }: Told): void {
  const path = `${type}.${field}`;
  answered.set(path, (answered.get(path) ?? new Set()).add(principal.name));
  if (!lastTold || !/(?:version|digest)$/i.test(field)) return;
  lastTold.set(principal, (lastTold.get(principal) ?? new Map<string, unknown>()).set(path, value));
}
