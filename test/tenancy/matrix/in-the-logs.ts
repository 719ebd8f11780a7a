import { secretIn } from '../../world/server-log.ts';
import type { CanaryWorld } from '../canary-world.ts';
import type { Findings } from './findings.ts';

/** Whatever a log holds that it may not: a planted word, something of the form of a cookie or key, somebody's address. */
export function searchLog({ canaries, people }: CanaryWorld, log: string, { inLogs }: Pick<Findings, 'inLogs'>): void {
  const lower = log.toLowerCase();
  for (const { word, owner, place } of canaries.all) if (lower.includes(word)) inLogs.add(`${place} of ${owner}`);
  const secret = secretIn(log);
  if (secret !== null) inLogs.add(`something like ${secret.slice(0, 6)}…`);
  for (const [name, { email, cookie }] of Object.entries(people)) {
    if (name === 'anonymous') continue;
    if (lower.includes(email.toLowerCase())) inLogs.add(`address of ${name}`);
    if (cookie !== null && log.includes(cookie.split('=')[1] ?? cookie)) inLogs.add(`cookie of ${name}`);
  }
}
