import { setTimeout as pause } from 'node:timers/promises';
import type { Site } from '../site/site.ts';

/** How the outbox emptied once the load was over. */
export interface Settled {
  /** Until nothing waited any more. */
  readonly seconds: number;
  /** Mails whose minute or pause was taken to be over: a worker that was killed holds one back for a minute, a refused one waits to go again. */
  readonly broughtForward: number;
}

const patienceMs = 500;

/** Waits until no mail waits, or a minute at most, unless told otherwise. What only time would release is released at once, as if that time had passed. */
export async function settle(site: Site, longestMs = 60_000): Promise<Settled> {
  const administrator = await site.administrator();
  const began = performance.now();
  let broughtForward = 0;
  for (;;) {
    const { rows } = await administrator.query<{ due: number; later: number }>(waiting);
    const { due, later } = rows[0] ?? { due: 0, later: 0 };
    const elapsed = performance.now() - began;
    if (due + later === 0 || elapsed > longestMs) return { seconds: elapsed / 1000, broughtForward };
    if (due === 0) broughtForward += (await administrator.query(bringForward)).rowCount ?? 0;
    await pause(due === 0 ? patienceMs : 50);
  }
}

const open = 'from app.outbox where sent_at is null and dead_at is null';
const waiting = `select count(*) filter (where next_try_at <= app.clock())::int as due,
  count(*) filter (where next_try_at > app.clock())::int as later ${open}`;
const bringForward = `update app.outbox set next_try_at = app.clock()
  where sent_at is null and dead_at is null and next_try_at > app.clock()`;
