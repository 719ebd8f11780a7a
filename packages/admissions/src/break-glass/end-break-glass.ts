import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';

export interface EndBreakGlassInput {
  readonly breakGlassId: string;
  readonly idempotencyKey: string;
}

export interface EndedAlready {
  readonly reason: 'NOT_IN_THIS_STATE';
  readonly path: null;
}

/** Ends one's own break-glass before its time: the dossier answers no more. */
export const endBreakGlass = (
  work: Work,
  { breakGlassId, idempotencyKey: key }: EndBreakGlassInput,
): Promise<Outcome<EndedAlready>> =>
  once<EndedAlready>(work, { operation: 'endBreakGlass', key, input: { breakGlassId } }, async () => {
    const { db, hat, asOf } = work;
    const { rows } = await sql<{ isEnded: boolean }>`
      select ended_at is not null as "isEnded" from app.break_glass
      where id = ${breakGlassId} and principal_id = ${hat.principal} for no key update`.execute(db);
    const [found] = rows;
    if (!found) throw new NotFound();
    if (found.isEnded) return { refused: [{ reason: 'NOT_IN_THIS_STATE', path: null }] };
    await sql`update app.break_glass set ended_at = ${asOf.toString()} where id = ${breakGlassId}`.execute(db);
    await tracePerson(work, 'BREAK_GLASS_ENDED', breakGlassId);
    return { done: { breakGlassId } };
  });
