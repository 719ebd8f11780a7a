import { type RawBuilder, sql } from 'kysely';

/** Where entries of one kind stand, and the links that seal them. */
export interface Trail {
  readonly entries: RawBuilder<unknown>;
  readonly links: RawBuilder<unknown>;
  /** Ties a link `c` to its entry `a`. */
  readonly tie: RawBuilder<unknown>;
  /** The columns of an entry `a`, named as the seal names them. */
  readonly columns: RawBuilder<unknown>;
}

const shared = sql`a.id, a.act, a.object_id as "objectId", to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.purpose, a.network`;

/** A school's own. */
export const ofSchools: Trail = {
  entries: sql`app.audit a`,
  links: sql`app.audit_chain c`,
  tie: sql`c.school_id = a.school_id and c.audit_id = a.id`,
  columns: sql`a.school_id as "schoolId", a.actor_id as "actorId", null as hat, ${shared}`,
};

/** Acts that belong to no school. */
export const ofPersons: Trail = {
  entries: sql`app.audit_person a`,
  links: sql`app.audit_person_chain c`,
  tie: sql`c.audit_id = a.id`,
  columns: sql`null::uuid as "schoolId", a.principal_id as "actorId", a.hat, ${shared}`,
};

/** The instant a link was made, as the seal holds it. */
export const sealedAt = sql`to_char(c.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
