import { keyDigest } from '@guichet/admissions/key/key-secret';
import { noteKeyUse } from '@guichet/admissions/key/note-key-use';
import { type PresentedKey, readPresentedKey } from '@guichet/database/key/key.read';
import { type Hat, keyHat, presentedHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { answers } from '@guichet/domain/key/key-life';
import { isKeyOf, type KeyKind } from '@guichet/domain/key/key-words';
import type { Logger } from 'pino';
import { forbidden, Refused, unauthenticated } from '../errors/refused.ts';
import { createBudgets } from '../limits/budget.ts';
import { type Asking, nobody } from './who-asks.ts';

/** What a request that shows a key comes with. */
export interface Shown {
  readonly authorization: string;
  readonly actingAs: string | undefined;
  readonly network: string;
}

/** The door for schools' own systems. */
export interface KeyDoor {
  /** The hat of a key; one refusal for whatever is wrong with it. */
  asks(shown: Shown): Promise<Asking>;
  /** Waits until every use is noted. */
  settled(): Promise<void>;
}

export interface KeyDoorParts {
  readonly binding: Binding;
  readonly kind: KeyKind;
  readonly log: Logger;
}

/** Wrong keys of one network: sixty at once, then one each fifteen seconds. */
const wrongKeys = { capacity: 60, restoreRate: 60 / (15 * 60), now: () => performance.now() };
const mostRemembered = 10_000;

/** Keys are looked up by digest, anew on every request; a network that guesses is refused before the look-up. See decision 0013. */
export function keyDoor({ binding, kind, log }: KeyDoorParts): KeyDoor {
  const guesses = createBudgets(wrongKeys);
  // A network that spent its guesses keeps the keys this gateway has seen right: one forgotten old key stops no other system.
  const right = new Set<string>();
  const uses = useNotes(binding, log);
  return {
    asks: async ({ authorization, actingAs, network }) => {
      const words = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
      const digest = keyDigest(words);
      if (!right.has(digest)) refuseGuessing(guesses.balance(network));
      const found = isKeyOf(kind, words) ? await standingKey(binding, digest) : null;
      if (found === null) {
        right.delete(digest);
        guesses.take(network, 1);
        throw unauthenticated();
      }
      if (right.size < mostRemembered) right.add(digest);
      if (actingAs !== undefined) throw forbidden();
      const hat = keyHat(found.key.id, found.key.schoolId, found.key.scopes);
      uses.note(hat, found.asOf);
      return { ...nobody, hat };
    },
    settled: uses.settled,
  };
}

function refuseGuessing({ available, secondsToFull }: { available: number; secondsToFull: number }): void {
  if (available < 1) throw new Refused('THROTTLED', { retryAfter: Math.max(1, Math.min(15, secondsToFull)) });
}

interface Found {
  readonly key: PresentedKey;
  readonly asOf: Temporal.Instant;
}

/** The stored digest is found by an index, not compared byte by byte with what was shown: nothing of it can be timed out. */
async function standingKey(binding: Binding, digest: string): Promise<Found | null> {
  return inWork(binding, presentedHat(digest), async ({ db, asOf }) => {
    const key = await readPresentedKey(db);
    return key !== null && answers(key, asOf) ? { key, asOf } : null;
  });
}

/** Notes uses beside the requests, at most one a minute and key; no request waits for it or fails with it. */
function useNotes(binding: Binding, log: Logger) {
  const running = new Set<Promise<void>>();
  const noted = new Map<string, Temporal.Instant>();
  const note = (hat: Hat, asOf: Temporal.Instant) => {
    const keyId = hat.principal ?? '';
    const last = noted.get(keyId);
    if (last !== undefined && Temporal.Instant.compare(asOf, last.add({ minutes: 1 })) < 0) return;
    noted.set(keyId, asOf);
    const use = inWork(binding, hat, noteKeyUse).catch((error: unknown) => {
      noted.delete(keyId);
      log.warn({ event: 'key-use', error: error instanceof Error ? error.name : 'unknown' }, 'The use of a key was not noted');
    });
    running.add(use);
    void use.finally(() => running.delete(use));
  };
  return { note, settled: async () => void (await Promise.all(running)) };
}
