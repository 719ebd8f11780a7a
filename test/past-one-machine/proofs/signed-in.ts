import { setTimeout as pause } from 'node:timers/promises';
import type { Candidate } from '../../faults/site/planted-drafts.ts';

/** What those saw who were signed in all along. */
export interface SignedIn {
  readonly asked: number;
  /** Answered as nobody: signed out. */
  readonly signedOut: number;
  /** Not answered, or with a 5xx: asked again at once. */
  readonly unanswered: number;
  /** The longest anybody went without an answer. */
  readonly longestGapMs: number;
  readonly faults: readonly string[];
}

const body = JSON.stringify({ query: '{ account { hats { kind } } }' });

/** Three who ask again and again who they are, until they are stopped. */
export function watchSignedIn(port: number, people: readonly Candidate[]): { stop(): Promise<SignedIn> } {
  const stopping = new AbortController();
  const seen = { asked: 0, signedOut: 0, unanswered: 0, longestGapMs: 0 };
  const lanes = people.map(async ({ cookie }) => {
    let answeredAt = performance.now();
    while (!stopping.signal.aborted) {
      const outcome = await asked(port, cookie);
      seen.asked += 1;
      if (outcome === 'UNANSWERED') seen.unanswered += 1;
      else {
        if (outcome === 'NOBODY') seen.signedOut += 1;
        seen.longestGapMs = Math.max(seen.longestGapMs, Math.round(performance.now() - answeredAt));
        answeredAt = performance.now();
      }
      await pause(100);
    }
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(lanes);
      return { ...seen, faults: seen.signedOut > 0 ? [`somebody was signed out ${seen.signedOut} times`] : [] };
    },
  };
}

async function asked(port: number, cookie: string): Promise<'SOMEBODY' | 'NOBODY' | 'UNANSWERED'> {
  try {
    const headers = { cookie, 'content-type': 'application/json', origin: 'https://guichet.example' };
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
    if (answer.status >= 500) return 'UNANSWERED';
    const { data } = (await answer.json()) as { data: { account: { hats: unknown[] } | null } | null };
    return data?.account ? 'SOMEBODY' : 'NOBODY';
  } catch {
    return 'UNANSWERED';
  }
}
