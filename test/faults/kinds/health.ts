import { setTimeout as pause } from 'node:timers/promises';

/** What a health endpoint answers: its status, or null when nobody does. */
export async function health(port: number, which: 'live' | 'ready'): Promise<number | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/${which}`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(2000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}

/** Waits until it is ready; answers after how many seconds, and gives up after twenty. */
export async function readyAfter(port: number): Promise<number> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  while ((await health(port, 'ready')) !== 200) {
    if (seconds() > 20) return Number.POSITIVE_INFINITY;
    await pause(20);
  }
  return seconds();
}
