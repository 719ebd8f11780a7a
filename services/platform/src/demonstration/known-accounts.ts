import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount, DemoKey, DemoPlace } from './demo-accounts.ts';

type Entry = DemoAccount | DemoKey;

/** What is written down of the demonstration's accounts and keys, or of a seed's; null where nothing is. */
export function entriesIn(dataFolder: string, file = 'demo-accounts.json'): readonly Entry[] | null {
  try {
    return JSON.parse(readFileSync(join(dataFolder, file), 'utf8')) as Entry[];
  } catch {
    return null;
  }
}

const lacks = (entry: Entry): entry is DemoAccount => entry.kind !== 'api-key' && !('totpSecret' in entry);

/** A demonstration made before there were second factors: who must have one gets one, and the file says so. */
export async function completeFactors(place: { ownerUrl: string; secret: string }, dataFolder: string): Promise<void> {
  const entries = entriesIn(dataFolder);
  if (!entries?.some(lacks)) return;
  // Read into memory by the one start that needs it.
  const { factorOf, needsFactor, plantFactors } = await import('./demo-factors.ts');
  const { writeDemoAccounts } = await import('./demo-accounts.ts');
  const bare = entries.filter((entry) => lacks(entry)).filter(({ kind }) => needsFactor(kind));
  const planted = await plantFactors(
    place,
    bare.map(({ email }) => email),
  );
  const completed = entries.map((entry) => (lacks(entry) ? { ...entry, ...factorOf(entry, planted) } : entry));
  writeDemoAccounts(dataFolder, completed);
}

/** A demonstration made before there were keys: each of its schools gets its two, once. */
export async function completeKeys(place: DemoPlace): Promise<void> {
  const { dataFolder } = place.settings;
  const entries = entriesIn(dataFolder);
  if (!entries || entries.some(({ kind }) => kind === 'api-key')) return;
  const { makeDemoKeys, schoolIdsOf } = await import('./demo-keys.ts');
  const { writeDemoAccounts } = await import('./demo-accounts.ts');
  const slugs = entries.flatMap(({ school }) => school ?? []);
  const keys = await makeDemoKeys(place, await schoolIdsOf(place, slugs));
  writeDemoAccounts(dataFolder, [...entries, ...keys]);
}
