import { noteKeyUse } from '@guichet/admissions/key/note-key-use';
import type { Hat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import type { Logger } from 'pino';

/** Uses of keys, noted beside the requests. */
export interface KeyUses {
  readonly note: (hat: Hat, asOf: Temporal.Instant) => void;
  /** Waits until every use is noted. */
  readonly settled: () => Promise<void>;
}

/** At most one note a minute and key; no request waits for it or fails with it. */
export function keyUses(binding: Binding, log: Logger): KeyUses {
  const running = new Set<Promise<void>>();
  const noted = new Map<string, Temporal.Instant>();
  const write = async (hat: Hat, keyId: string) => {
    try {
      await inWork(binding, hat, noteKeyUse);
    } catch (error) {
      noted.delete(keyId);
      log.warn({ event: 'key-use', error: error instanceof Error ? error.name : 'unknown' }, 'The use of a key was not noted');
    }
  };
  return {
    note: (hat, asOf) => {
      const keyId = hat.principal ?? '';
      const last = noted.get(keyId);
      if (last !== undefined && Temporal.Instant.compare(asOf, last.add({ minutes: 1 })) < 0) return;
      noted.set(keyId, asOf);
      const use = write(hat, keyId);
      running.add(use);
      void use.finally(() => running.delete(use));
    },
    settled: async () => void (await Promise.all(running)),
  };
}
