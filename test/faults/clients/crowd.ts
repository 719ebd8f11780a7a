import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Candidate } from '../site/planted-drafts.ts';
import { attempt } from './submission.ts';

/** What the clients were told. */
export interface Told {
  /** Whose submission was acknowledged, with the answer. */
  readonly acknowledged: ReadonlyMap<Candidate, string>;
  /** Who was refused, with the answer: nobody is, whatever breaks. */
  readonly refused: ReadonlyMap<Candidate, string>;
  /** Who was told something else when they sent the same again after the acknowledgement. */
  readonly otherwise: readonly Candidate[];
  /** Why attempts were made again, counted. */
  readonly again: ReadonlyMap<string, number>;
}

/** Clients that each send one submission after another, and each of them until it is acknowledged. */
export interface Crowd {
  readonly clients: number;
  readonly told: Told;
  /** How many were acknowledged up to now. */
  count(): number;
  /** In a hurry they send one after another; otherwise they take their time between two. */
  hurry(isHurried: boolean): void;
  /** Nobody sends anything again: what serves is down for good. */
  abandon(): void;
  /** Nobody begins another; resolves once all who began are acknowledged or refused. Who hears nothing within the minute counts as refused. */
  end(): Promise<void>;
  /** Resolves when nobody is left who has not submitted. */
  readonly exhausted: Promise<void>;
}

const clients = 6;
const patienceMs = 60_000;
const repeated = 0.05;

export function startCrowd(port: number, candidates: Iterator<Candidate>): Crowd {
  const told = { acknowledged: new Map(), refused: new Map(), otherwise: [] as Candidate[], again: new Map() };
  const state = { isOver: false, isHurried: true, givenUpAt: Number.POSITIVE_INFINITY };
  const lanes = Array.from({ length: clients }, async () => {
    for (let next = candidates.next(); !next.done; next = candidates.next()) {
      await submit(port, next.value, { told, state });
      if (state.isOver) return;
      await pause(state.isHurried ? randomInt(30) : 300 + randomInt(600));
      if (state.isOver) return;
    }
  });
  const exhausted = Promise.all(lanes).then(() => undefined);
  return {
    clients,
    told,
    count: () => told.acknowledged.size,
    hurry: (isHurried) => {
      state.isHurried = isHurried;
    },
    abandon: () => {
      state.givenUpAt = 0;
    },
    end: () => {
      state.isOver = true;
      state.givenUpAt = Math.min(state.givenUpAt, performance.now() + patienceMs);
      return exhausted;
    },
    exhausted,
  };
}

interface Telling extends Told {
  readonly acknowledged: Map<Candidate, string>;
  readonly refused: Map<Candidate, string>;
  readonly otherwise: Candidate[];
  readonly again: Map<string, number>;
}

interface Sending {
  readonly told: Telling;
  readonly state: { readonly givenUpAt: number };
}

/** Sends the same until somebody says what became of it; now and then once more afterwards, which must tell the same. */
async function submit(port: number, candidate: Candidate, sending: Sending): Promise<void> {
  const answer = await answered(port, candidate, sending);
  if (answer === null || Math.random() >= repeated) return;
  if ((await answered(port, candidate, sending)) !== answer) sending.told.otherwise.push(candidate);
}

async function answered(port: number, candidate: Candidate, { told, state }: Sending): Promise<string | null> {
  for (;;) {
    const made = await attempt({ port, ...candidate });
    if (made.outcome === 'AGAIN' && performance.now() < state.givenUpAt) {
      told.again.set(made.code, (told.again.get(made.code) ?? 0) + 1);
      await pause(60 + randomInt(200));
    } else {
      const isDone = made.outcome === 'ACKNOWLEDGED';
      if (isDone) told.acknowledged.set(candidate, made.data);
      else told.refused.set(candidate, made.outcome === 'REFUSED' ? made.body : 'nobody answers any more');
      return isDone ? made.data : null;
    }
  }
}
