import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, Place } from './fuzz.ts';

const file = join(import.meta.dirname, 'kept-seeds.json');

/** Places where something was found once: they are tried again in every run. */
export const keptPlaces = (): readonly Place[] => JSON.parse(readFileSync(file, 'utf8')) as Place[];

/** Keeps the places of new faults, each once. */
export function keepPlaces(faults: readonly Fault[]): void {
  const all = [...keptPlaces(), ...faults.map(({ seed, number }) => ({ seed, number }))];
  const once = [...new Map(all.map((place) => [`${place.seed} ${place.number}`, place])).values()];
  writeFileSync(file, `${JSON.stringify(once, null, 2)}\n`);
}
