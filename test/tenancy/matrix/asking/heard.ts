import type { KnownIds } from './known-ids.ts';
import type { Principal } from './principal.ts';

/** Which fields were ever answered with something, by `Type.field`. */
export type Answered = Map<string, Set<string>>;

/** Walks an answer by its type names: remembers every id told, and every field that held something. */
export function hear(data: unknown, principal: Principal, into: { readonly ids: KnownIds; readonly answered: Answered }): void {
  if (Array.isArray(data)) {
    for (const part of data) hear(part, principal, into);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  const { __typename: type, ...fields } = data as Record<string, unknown>;
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    if (typeof type === 'string') note(into.answered, `${type}.${field}`, principal.name);
    hear(value, principal, into);
  }
  if (typeof type === 'string' && typeof fields['id'] === 'string') into.ids.add(type, fields['id'], principal);
}

function note(answered: Answered, field: string, name: string): void {
  answered.set(field, (answered.get(field) ?? new Set()).add(name));
}
