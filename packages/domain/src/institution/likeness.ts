import { searchKey } from '../candidate/person-name.ts';

/** A listed institution by every way it is written: names, acronym. */
export interface KnownInstitution {
  readonly id: string;
  readonly names: readonly string[];
  readonly country: string;
}

/** A listed institution that resembles a spelling. */
export interface Resemblance {
  readonly id: string;
  /** From 0 to 1, which is the same letters. */
  readonly likeness: number;
}

/** A name as a candidate typed it (graphie). */
export interface Spelling {
  readonly name: string;
  readonly country: string;
}

/** Words that tell no institution from another (French, English, Spanish, Italian, Portuguese, German). */
const fillers = new Set(
  'de du des la le les l d et en a au aux of the and in for at del di da do dos das e y el los las der die das und fur von'.split(
    ' ',
  ),
);

/** What a name is compared by: search key, initials joined, fillers off, every sign that is no letter nor figure a blank. */
export const comparedName = (name: string): string =>
  searchKey(name)
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (initials) => `${initials.replaceAll('.', '')} `)
    .replace(/[^\p{L}\p{Nd}\p{M}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
    .join(' ');

/** The groups of three letters of a name, its words each set off by blanks; order of words counts little, which is meant. */
function trigramsOf(name: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of comparedName(name).split(' ').filter(Boolean)) {
    const letters = [...`  ${word} `];
    for (let at = 0; at + 2 < letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}

/** How alike two names are: Dice's coefficient of their groups of three letters, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)];
  return dice([...a].filter((trigram) => b.has(trigram)).length, a.size, b.size);
}

const dice = (common: number, one: number, other: number) => (one + other === 0 ? 0 : (2 * common) / (one + other));

interface IndexedName {
  readonly id: string;
  readonly country: string;
  readonly size: number;
}

/** Names by their groups of three letters, so that a spelling is compared only with names it shares one with. */
export interface InstitutionIndex {
  readonly names: readonly IndexedName[];
  readonly holding: ReadonlyMap<string, readonly number[]>;
}

/** Makes the index of a list. */
export function indexOfInstitutions(known: readonly KnownInstitution[]): InstitutionIndex {
  const names: IndexedName[] = [];
  const holding = new Map<string, number[]>();
  for (const { id, country, names: written } of known) {
    for (const name of written) {
      const trigrams = trigramsOf(name);
      for (const trigram of trigrams) {
        const held = holding.get(trigram) ?? [];
        held.push(names.length);
        holding.set(trigram, held);
      }
      names.push({ id, country, size: trigrams.size });
    }
  }
  return { names, holding };
}

/** How many are suggested, from which likeness on, and what an institution of another country counts. */
const mostSuggested = 5;
const leastLike = 0.35;
const elsewhere = 0.8;

/**
 * The listed institutions that most resemble a spelling (rapprochement): at most five, the likest first, by id where they are as like; an
 * institution counts by the likest of its names, less in another country. It suggests; a human says whether it is the same.
 */
export function resembling({ name, country }: Spelling, { names, holding }: InstitutionIndex): readonly Resemblance[] {
  const trigrams = trigramsOf(name);
  const common = new Map<number, number>();
  for (const trigram of trigrams) for (const at of holding.get(trigram) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
  const best = new Map<string, number>();
  for (const [at, shared] of common) {
    const { id, size, country: where } = names[at] as IndexedName;
    const found = dice(shared, trigrams.size, size) * (where === country ? 1 : elsewhere);
    if (found >= leastLike && found > (best.get(id) ?? 0)) best.set(id, found);
  }
  return [...best]
    .map(([id, found]) => ({ id, likeness: found }))
    .toSorted((one, other) => other.likeness - one.likeness || (one.id < other.id ? -1 : 1))
    .slice(0, mostSuggested);
}
