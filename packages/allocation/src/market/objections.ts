/** Where in the document a reason stands (RFC 6901). */
export type JsonPointer = string;

/** Every reason for which an input is refused. */
export type ObjectionCode =
  | 'malformed'
  | 'unknown-key'
  | 'unknown-kind'
  | 'unknown-programme'
  | 'unknown-candidate'
  | 'unknown-group'
  | 'unknown-pool'
  | 'unknown-wish'
  | 'unknown-block'
  | 'duplicate-choice'
  | 'duplicate-rank'
  | 'duplicate-pool'
  | 'duplicate-key'
  | 'lone-surrogate'
  | 'bad-capacity'
  | 'bad-seats'
  | 'bad-target'
  | 'bad-rank'
  | 'bad-percent'
  | 'reserves-over-capacity'
  | 'pools-do-not-sum'
  | 'reserves-and-pools'
  | 'change-cannot-apply'
  | 'event-cannot-apply';

/** One reason, the place it is found at, and a sentence for the person who wrote the input. */
export interface Objection {
  readonly reason: ObjectionCode;
  readonly path: JsonPointer;
  readonly message: string;
}

/** All reasons at once; nothing is computed on a refused input. */
export interface Refusal {
  readonly refused: readonly [Objection, ...Objection[]];
}

/** A pointer of RFC 6901: `~` becomes `~0`, `/` becomes `~1`. */
export const pointer = (...steps: readonly (string | number)[]): JsonPointer =>
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Collects objections; `at` shortens the way to a place already reached. */
export interface Objections {
  readonly found: Objection[];
  readonly steps: readonly (string | number)[];
}

/** The same collection, seen from deeper in the document. */
export const within = (objections: Objections, ...steps: readonly (string | number)[]): Objections => ({
  found: objections.found,
  steps: [...objections.steps, ...steps],
});

/** Records one reason at the place reached. */
export function object(objections: Objections, reason: ObjectionCode, message: string): void {
  objections.found.push({ reason, path: pointer(...objections.steps), message });
}

/** A refusal when anything was found; sorted by path so that the order of keys in the input never shows. */
export function refusalOf(found: readonly Objection[]): Refusal | undefined {
  const [first, ...others] = found.toSorted(byPlace);
  return first === undefined ? undefined : { refused: [first, ...others] };
}

const byPlace = (a: Objection, b: Objection) =>
  byCodeUnits(a.path, b.path) || byCodeUnits(a.reason, b.reason) || byCodeUnits(a.message, b.message);

/** The order of strings by code unit: no locale anywhere in this package. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Did sealing, a change or an event end in a refusal? */
export const isRefusal = (value: object): value is Refusal => Object.hasOwn(value, 'refused');
