import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import {
  type BreakGlassesSoFar,
  type BreakGlassObjection,
  breakGlassMinutes,
  objectionsToBreakGlass,
} from '@guichet/domain/break-glass/break-glass';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import { tracePerson, traceReadings } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { takeTurns } from '../take-turns.ts';

interface Named {
  readonly schoolId: string;
  readonly reference: string;
  readonly reason: string;
}
export interface BreakGlassInput extends Named {
  readonly idempotencyKey: string;
}

export type BreakingObjection = BreakGlassObjection | { readonly reason: 'NO_SUCH_DOSSIER'; readonly path: readonly string[] };

/** Reads one dossier as one school received it, for thirty minutes: school and candidate are told at once. */
export async function breakGlass(
  work: Work,
  { idempotencyKey: key, ...given }: BreakGlassInput,
): Promise<Outcome<BreakingObjection>> {
  const named = { ...given, reference: normalText(given.reference).toUpperCase(), reason: normalText(given.reason) };
  // Before the act's own savepoint: what was tried counts although the act is refused.
  await takeTurns(work, `break glass ${work.hat.principal}`);
  const outcome = await once(work, { operation: 'breakGlass', key, input: { ...given } }, () => perform(work, named));
  // Nothing stands of a refused act but this: that a reference was tried.
  if ('refused' in outcome && outcome.refused.some(({ reason }) => reason === 'NO_SUCH_DOSSIER'))
    await tracePerson(work, 'BREAK_GLASS_TRIED', given.schoolId);
  return outcome;
}

async function perform(work: Work, named: Named): Promise<Outcome<BreakingObjection>> {
  const { displayName, ...soFar } = await heldSoFar(work, named.schoolId);
  const refused = objectionsToBreakGlass(named.reason, soFar);
  if (refused.length > 0) return { refused };
  const breakGlassId = await broken(work, named, displayName);
  if (breakGlassId === null) return { refused: [{ reason: 'NO_SUCH_DOSSIER', path: ['reference'] }] };
  await tellAdministrators(work, named.schoolId, breakGlassId);
  await traceReadings(work, [{ act: 'BREAK_GLASS_BEGUN', objectId: breakGlassId, purpose: named.reason }]);
  return { done: { breakGlassId } };
}

/** What this administrator holds and tried, their right held until the act is done: it is not taken away meanwhile. */
async function heldSoFar({ db, hat, asOf }: Work, schoolId: string): Promise<BreakGlassesSoFar & { displayName: string }> {
  const me = hat.principal ?? null;
  await sql`select id from app.consortium_right where account_id = ${me} for no key update`.execute(db);
  const { rows } = await sql<BreakGlassesSoFar & { displayName: string }>`
    select r.display_name as "displayName",
      (select count(*)::int from app.break_glass b where b.principal_id = ${me} and b.ended_at is null and b.ends_at > ${asOf.toString()}) as standing,
      (select count(*)::int from app.audit_person a where a.principal_id = ${me} and a.at > ${asOf.subtract({ hours: 24 }).toString()}
        and a.act in ('BREAK_GLASS_BEGUN', 'BREAK_GLASS_TRIED')) as tried
    from app.consortium_right r join app.school s on s.id = ${schoolId} where r.account_id = ${me} and r.ended_at is null`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw new NotFound();
  return found;
}

/** The row whose effect finds the dossier; null when the school received none of this reference. */
async function broken({ db, hat, asOf }: Work, named: Named, displayName: string): Promise<string | null> {
  const id = crypto.randomUUID();
  const endsAt = asOf.add({ minutes: breakGlassMinutes });
  const inserted = await sql`
    insert into app.break_glass (school_id, id, principal_id, display_name, reference, reason, at, ends_at)
    values (${named.schoolId}, ${id}, ${hat.principal}, ${displayName}, ${named.reference}, ${named.reason}, ${asOf.toString()}, ${endsAt.toString()})`
    .execute(db)
    .catch(foundNothing);
  return inserted === null ? null : id;
}

function foundNothing(error: unknown): null {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === 'AD001' && message.includes('found no dossier')) return null;
  throw error;
}

/** The candidate is told by the effect, which alone knows who that is. */
async function tellAdministrators({ db, hat, asOf }: Work, schoolId: string, breakGlassId: string): Promise<void> {
  const payload = JSON.stringify({ schoolId, breakGlassId });
  await sql`
    insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at)
    select gen_random_uuid(), ${hat.principal}, 'BREAK_GLASS_SCHOOL', m.account_id, ${payload}::jsonb, ${asOf.toString()}, ${asOf.toString()}
    from app.membership m where m.school_id = ${schoolId} and m.ended_at is null and 'ADMIN' = any(m.functions)`.execute(db);
}
