import { traceReadings } from '@guichet/admissions/audit/trace';
import { type BreakGlassRow, readBreakGlasses } from '@guichet/database/break-glass/break-glass.read';
import { type BrokenDossierRow, readBrokenDossiers } from '@guichet/database/break-glass/broken-dossier.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const own = Symbol('own break-glasses by id');
const dossiers = Symbol('dossiers by break-glass');

/** One's own break-glasses by id, in one statement a request. */
export const breakGlassById = (context: Context) =>
  context.loader(
    own,
    () =>
      new DataLoader<string, BreakGlassRow>(async (ids) =>
        byKey(ids, await readBreakGlasses((await context.reading()).db, { ids })),
      ),
  );

/** Dossiers by break-glass, each reading traced in the same transaction; null where it has ended. */
export const brokenDossierOf = (context: Context) =>
  context.loader(
    dossiers,
    () => new DataLoader<string, BrokenDossierRow | null>((breakGlassIds) => readTraced(context, breakGlassIds)),
  );

async function readTraced(context: Context, ids: readonly string[]): Promise<(BrokenDossierRow | null)[]> {
  const work = await context.work();
  const rows = await readBrokenDossiers(work.db, ids, work.asOf);
  if (rows.length > 0)
    await traceReadings(
      work,
      rows.map(({ id, purpose }) => ({ act: 'BREAK_GLASS_READ', objectId: id, purpose })),
    );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}
