import { keyDigest } from '@guichet/admissions/key/key-secret';
import { type PresentedKey, readPresentedKey } from '@guichet/database/key/key.read';
import { keyHat, presentedHat } from '@guichet/database/session/hat';
import { clockOf, readingAs } from '@guichet/database/session/reading';
import type { Binding } from '@guichet/database/session/work';
import { answers } from '@guichet/domain/key/key-life';
import { isKeyOf, type KeyKind } from '@guichet/domain/key/key-words';
import type { Logger } from 'pino';
import { forbidden, keyRefused, Refused } from '../errors/refused.ts';
import { createBudgets } from '../limits/budget.ts';
import { keyUses } from './key-uses.ts';
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
  readonly asks: (shown: Shown) => Promise<Asking>;
  /** Waits until every use is noted. */
  readonly settled: () => Promise<void>;
}

export interface KeyDoorParts {
  readonly binding: Binding;
  readonly kind: KeyKind;
  readonly log: Logger;
}

/** Words of one network that name no key: sixty at once, then one each fifteen seconds. */
const guessing = { capacity: 60, restoreRate: 60 / (15 * 60), now: () => performance.now() };
const mostRemembered = 10_000;

/** Keys are looked up by digest, anew on every request; a network that guesses is refused before the look-up. See decision 0013. */
export function keyDoor({ binding, kind, log }: KeyDoorParts): KeyDoor {
  const guesses = createBudgets(guessing);
  // Words that do name a key are no guess: a network that spent its guesses keeps the keys this gateway has met.
  const met = new Set<string>();
  const uses = keyUses(binding, log);
  return {
    asks: async ({ authorization, actingAs, network }) => {
      const words = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
      const digest = keyDigest(words);
      if (!met.has(digest)) refuseGuessing(guesses.balance(network));
      const found = isKeyOf(kind, words) ? await keyOf(binding, digest) : null;
      if (found === null) guesses.take(network, 1);
      else if (met.size < mostRemembered) met.add(digest);
      if (found === null || !answers(found.key, found.asOf)) throw keyRefused();
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

/** The stored digest is found by an index, not compared byte by byte with what was shown: how long it takes tells nothing of it. */
async function keyOf(binding: Binding, digest: string): Promise<Found | null> {
  const reading = readingAs(binding, presentedHat(digest));
  const key = await readPresentedKey(reading.db);
  return key === null ? null : { key, asOf: await clockOf(reading) };
}
