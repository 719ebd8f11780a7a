import { attempt } from '../clients/submission.ts';
import type { Site } from '../site/site.ts';

/**
 * For so many submissions, one after another: whether the server's log was on disk up to and with the submission when the database
 * answered its COMMIT, before the platform, let alone the candidate, had heard of it.
 */
export async function flushedBeforeAnswer(site: Site, count: number): Promise<readonly boolean[]> {
  const administrator = await site.administrator();
  const asked = async <T extends object>(text: string, values: readonly string[] = []): Promise<T | undefined> =>
    (await administrator.query<T>(text, [...values])).rows[0];
  const flushed: boolean[] = [];
  let written = '0/0';
  site.database.watch({
    fate: async () => {
      written = (await asked<{ at: string }>('select pg_current_wal_insert_lsn()::text as at'))?.at ?? '';
      return 'PASS' as const;
    },
    answered: async () => {
      const text = 'select pg_current_wal_flush_lsn() > $1::pg_lsn as is';
      flushed.push((await asked<{ is: boolean }>(text, [written]))?.is === true);
    },
  });
  for (const person of await site.plant(count)) {
    const { outcome } = await attempt({ port: site.door.port, ...person });
    if (outcome !== 'ACKNOWLEDGED') throw new Error(`A submission was not acknowledged: ${outcome}`);
  }
  site.database.watch(null);
  return flushed;
}
