import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { World } from '../world/world.ts';

/** Something several do at once, again and again, and what must never be seen meanwhile. */
export interface Race {
  readonly name: string;
  /** One round; answers what no order of the acts one after another could have led to. */
  round(number: number): Promise<readonly string[]>;
  /** A query whose rows, each with a column `broken`, must never be, at no instant. */
  readonly never: string;
}

/** How a race went. */
export interface Raced {
  readonly name: string;
  readonly rounds: number;
  /** How often somebody looked meanwhile, from a connection of their own. */
  readonly looks: number;
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** Runs a race for so many rounds while somebody else looks on every few milliseconds. */
export async function raced(world: World, race: Race, rounds: number): Promise<Raced> {
  const began = performance.now();
  const watch = await startWatch(world.administratorUrl, race.never);
  const faults: string[] = [];
  for (let number = 0; number < rounds; number += 1) {
    const wrong = await race.round(number).catch((error: Error) => [error.message]);
    faults.push(...wrong.map((fault) => `round ${number}: ${fault}`));
  }
  const { looks, seen } = await watch.end();
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return { name: race.name, rounds, looks, faults: [...faults, ...seen], seconds };
}

export interface Watch {
  /** Looks once more and tells what was ever seen. */
  end(): Promise<{ readonly looks: number; readonly seen: readonly string[] }>;
}

/** Looks on until it is told to end: each look is one statement, hence one state of the whole database. */
export async function startWatch(administratorUrl: string, never: string): Promise<Watch> {
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  const seen = new Set<string>();
  let looks = 0;
  const over = new AbortController();
  const look = async () => {
    const { rows } = await client.query<{ broken: string }>(never);
    for (const { broken } of rows) seen.add(broken);
    looks += 1;
  };
  const watching = (async () => {
    while (!over.signal.aborted) {
      await look();
      await pause(5);
    }
  })();
  return {
    end: async () => {
      over.abort();
      await watching;
      await look();
      await client.end();
      return { looks, seen: [...seen] };
    },
  };
}
