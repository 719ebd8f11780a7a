import { createApiKey } from '@guichet/admissions/key/create-api-key';
import { publicHat, schoolHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { apiScopes } from '@guichet/domain/key/api-scope';
import { mostDays } from '@guichet/domain/key/key-life';
import { sql } from 'kysely';
import { type DemoKey, type DemoPlace, refuseDemoAccounts } from './demo-accounts.ts';

const reads = apiScopes.filter((scope) => scope.endsWith('_READ'));
const wanted = [
  { name: 'Demonstration: reads', scopes: reads },
  { name: 'Demonstration: reads and writes', scopes: apiScopes },
] as const;

/** One key that reads and one that writes for each school, for a year: a demonstration outlives the usual 90 days. */
export async function makeDemoKeys(place: DemoPlace, schoolIds: ReadonlyMap<string, string>): Promise<readonly DemoKey[]> {
  refuseDemoAccounts(place.settings);
  const keys: DemoKey[] = [];
  for (const [school, schoolId] of schoolIds) {
    for (const { name, scopes } of wanted) {
      const apiKey = await inWork(place.binding, schoolHat(systemPrincipal, schoolId, ['ADMIN']), async (work) => {
        const expiresAt = work.asOf.add({ hours: mostDays * 24 });
        const input = { idempotencyKey: crypto.randomUUID(), name, scopes, expiresAt };
        return (await createApiKey(work, input, 'TEST')).secret;
      });
      if (apiKey === null) throw new Error(`The demonstration key of ${school} was refused`);
      keys.push({ kind: 'api-key', school, apiKey, scopes });
    }
  }
  return keys;
}

/** Ids of some schools by their slugs. */
export const schoolIdsOf = ({ binding }: DemoPlace, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  inWork(binding, publicHat, async ({ db }) => {
    const { rows } = await sql<{ id: string; slug: string }>`
      select id, slug from app.school where slug = any(${slugs}::text[]) order by slug`.execute(db);
    return new Map(rows.map(({ id, slug }) => [slug, id]));
  });
