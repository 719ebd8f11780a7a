import { type BackUp, keptBackUps } from '../back-up/kept-back-ups.ts';
import { Refused } from '../terminal/refused.ts';

/** The newest back-up, or the newest that ended before the instant to go back to. */
export async function chosenBackUp(backupFolder: string, at: Temporal.Instant | null): Promise<BackUp> {
  const kept = await keptBackUps(backupFolder);
  const [newest] = kept;
  if (newest === undefined) throw new Refused(`${backupFolder} holds no whole back-up.`);
  if (at === null) return newest;
  const chosen = kept.find(({ endedAt }) => Temporal.Instant.compare(Temporal.Instant.from(endedAt), at) <= 0);
  if (chosen === undefined)
    throw new Refused(`No back-up is older than ${at.toString()}: the oldest ended at ${kept.at(-1)?.endedAt}.`);
  return chosen;
}
