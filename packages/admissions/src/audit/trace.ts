import type { Work } from '@guichet/database/session/work';
import { sql } from 'kysely';

/** One act that belongs to no school, in the name of who acts: who, as what, which act on which object; never content. */
export async function tracePerson({ db, hat, asOf }: Work, act: string, objectId: string | null): Promise<void> {
  const worn = hat.kind === 'system' ? 'consortium' : hat.kind;
  await sql`insert into app.audit_person (id, principal_id, hat, act, object_id, at)
    values (${crypto.randomUUID()}, ${hat.principal}, ${worn}, ${act}, ${objectId}, ${asOf.toString()})`.execute(db);
}

/** What was read or opened, and what for. */
export interface Reading {
  readonly act: string;
  readonly objectId: string;
  readonly purpose: string;
}

/** Readings that need a purpose, a line each, in the name of who reads; one statement however many. */
export async function traceReadings({ db, hat, asOf }: Work, readings: readonly Reading[]): Promise<void> {
  await sql`insert into app.audit_person (id, principal_id, hat, act, object_id, at, purpose)
    select gen_random_uuid(), ${hat.principal}, ${hat.kind}, r.act, r."objectId", ${asOf.toString()}, r.purpose
    from json_to_recordset(${JSON.stringify(readings)}::json) r (act text, "objectId" uuid, purpose text)`.execute(db);
}

/** One act of a member in the acting school's own trail. */
export async function traceSchool({ db, hat, asOf }: Work, act: string, objectId: string | null): Promise<void> {
  await sql`insert into app.audit (school_id, id, actor_id, act, object_id, at)
    values (${hat.school}, ${crypto.randomUUID()}, ${hat.principal}, ${act}, ${objectId}, ${asOf.toString()})`.execute(db);
}

/** The same act of a member on several objects, in one statement. */
export async function traceSchoolEach({ db, hat, asOf }: Work, act: string, objectIds: readonly string[]): Promise<void> {
  await sql`insert into app.audit (school_id, id, actor_id, act, object_id, at)
    select ${hat.school}::uuid, gen_random_uuid(), ${hat.principal}::uuid, ${act}, o.id, ${asOf.toString()}::timestamptz
    from unnest(${objectIds}::uuid[]) o (id)`.execute(db);
}
