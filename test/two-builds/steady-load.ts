import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { attempt, completeDossier, type HeldDossier, nextAct } from '../world/dossier.ts';
import type { Door } from './build-process.ts';
import { aPerson, at, type Person } from './people-of-both.ts';

/** Requests at a steady pace, each by somebody who is there already. */
export interface SteadyLoad {
  /** Ends it, and tells what every request came to. */
  end(): Promise<Served>;
}

export interface Served {
  readonly requests: number;
  /** Requests that were refused or lost, in words. */
  readonly failed: readonly string[];
  /** Edits that were acknowledged and are not there. */
  readonly lost: readonly string[];
  readonly slowestMs: number;
}

interface Author {
  readonly person: Person;
  held: HeldDossier;
  last: string;
  isBusy: boolean;
}

/** Ten people, ten requests a second: one edits the dossier, the next reads theirs, one after another. */
export async function startSteadyLoad(door: Door, administrator: Client, everyMs = 100): Promise<SteadyLoad> {
  const authors: Author[] = [];
  while (authors.length < 10) {
    const person = await aPerson(administrator, `author-${authors.length}@candidat.example`);
    authors.push({
      person,
      held: await completeDossier(at(door, person), { schools: ['imt-mines-albi'] }),
      last: '',
      isBusy: false,
    });
  }
  const failed: string[] = [];
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const over = new AbortController();
  const pacing = (async () => {
    for (let number = 0; !over.signal.aborted; number += 1) {
      const author = authors[number % authors.length] as Author;
      asked.push(timed(times, () => visit(door, author, number)).catch((error: Error) => void failed.push(error.message)));
      await pause(everyMs);
    }
  })();
  return {
    end: async () => {
      over.abort();
      await pacing;
      await Promise.all(asked);
      const lost: string[] = [];
      for (const author of authors) lost.push(...(await forgotten(administrator, author)));
      return { requests: asked.length, failed, lost, slowestMs: Math.round(Math.max(...times)) };
    },
  };
}

async function timed(times: number[], act: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await act();
  times.push(performance.now() - began);
}

async function visit(door: Door, author: Author, number: number): Promise<void> {
  const actor = at(door, author.person);
  if (number % 2 === 1 || author.isBusy) {
    await actor.read('query ($id: ID!) { me { application(campaignId: $id) { reference version } } }', {
      id: author.held.campaignId,
    });
    return;
  }
  author.isBusy = true;
  try {
    const motivation = `Texte ${number}.`;
    const { application, body } = await attempt(actor, 'saveAnswers', { ...nextAct(author.held), answers: { motivation } });
    if (!application) throw new Error(body);
    author.held = { ...author.held, version: application.version };
    author.last = motivation;
  } finally {
    author.isBusy = false;
  }
}

async function forgotten(administrator: Client, { held, last }: Author): Promise<readonly string[]> {
  const { rows } = await administrator.query<{ kept: string }>(
    `select answers ->> 'motivation' as kept from app.application where reference = $1`,
    [held.reference],
  );
  return last === '' || rows[0]?.kept === last ? [] : [`${last} was acknowledged, ${rows[0]?.kept} is there`];
}
