/** An object of a document, before anything is known of it. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
export const faultIf = (wrong: boolean, fault: string): readonly string[] => (wrong ? [fault] : []);
export const absentOr = (value: unknown, right: (value: unknown) => boolean, fault: string) =>
  faultIf(value !== undefined && !right(value), fault);

/** A list of distinct texts. */
export function listFaults(list: unknown, name: string): readonly string[] {
  if (!Array.isArray(list)) return [`${name} is no list`];
  if (list.some((id) => typeof id !== 'string')) return [`${name} holds something that is no id`];
  return faultIf(new Set(list).size < list.length, `${name} names somebody twice`);
}

export function groupFaults(groups: unknown): readonly string[] {
  if (groups === undefined) return [];
  if (!isObject(groups)) return ['groups is no object'];
  return Object.entries(groups).flatMap(([tag, list]) =>
    faultIf(!Array.isArray(list) || list.some((id) => typeof id !== 'string'), `group ${tag} is no list of ids`),
  );
}

export function partFaults(parts: unknown, faults: (part: Json) => readonly string[]): readonly string[] {
  if (!Array.isArray(parts)) return ['a part is no list'];
  return parts.flatMap((part) => (isObject(part) ? faults(part) : ['a part is no object']));
}

export const beyond = (part: Json, known: readonly string[]) =>
  faultIf(
    Object.keys(part).some((key) => !known.includes(key)),
    'a key names no rule',
  );
