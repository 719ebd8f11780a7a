import { Client } from 'pg';

const everyMs = 60_000;

/** Looks each minute whether the log is still put away, and tells when it is not: from then on the promise of a minute does not hold. */
export function watchArchive(administratorUrl: string, tell: (words: string) => void): { stop(): void } {
  const watch = setInterval(() => void look(administratorUrl).then((words) => words && tell(words)), everyMs);
  watch.unref();
  return { stop: () => clearInterval(watch) };
}

/** Null while all is well, or while the server does not answer: others tell of that. */
async function look(administratorUrl: string): Promise<string | null> {
  const client = new Client({ connectionString: administratorUrl, application_name: 'guichet-archive' });
  try {
    await client.connect();
    const { rows } = await client.query<{ segment: string }>(
      `select last_failed_wal as segment from pg_stat_archiver where last_failed_time > coalesce(last_archived_time, '-infinity')`,
    );
    const [failed] = rows;
    return failed === undefined
      ? null
      : `The log of the database is not put away: GUICHET_BACKUP does not take ${failed.segment}. Is its disk full, or gone? A loss now costs more than a minute.`;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}
