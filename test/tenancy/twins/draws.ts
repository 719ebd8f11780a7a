import { createHash } from 'node:crypto';

/** Numbers that follow from a seed: whoever knows it draws the same. */
export interface Draws {
  below(limit: number): number;
  /** A UUIDv4, such as a key that no act may see twice. */
  uuid(): string;
}

export function drawsFrom(seed: string): Draws {
  let drawn = 0;
  const next = () => createHash('sha256').update(`${seed} ${drawn++}`).digest();
  return {
    below: (limit) => next().readUInt32BE() % limit,
    uuid: () =>
      next()
        .toString('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'),
  };
}

export const drawn = <T>(list: readonly T[], draws: Draws): T => list[draws.below(list.length)] as T;
