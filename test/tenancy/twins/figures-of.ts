import type { Compared } from './run-pair.ts';

/** What a run of twin worlds found out, as it is kept. */
export function figuresOf(compared: readonly Compared[]) {
  const sum = (of: (each: Compared) => number) => compared.reduce((total, each) => total + of(each), 0);
  const apart = compared.filter(({ differences }) => differences.length > 0);
  return {
    pairs: compared.length,
    steps: sum(({ steps }) => steps),
    charactersCompared: sum(({ bytes }) => bytes),
    changes: new Set(compared.map(({ pair }) => pair.change.name)).size,
    principals: new Set(compared.map(({ pair }) => pair.name)).size,
    toldApart: apart.map(({ pair, differences }) => ({
      change: pair.change.name,
      principal: pair.name,
      seed: pair.seed,
      step: differences[0]?.step,
    })),
  };
}
