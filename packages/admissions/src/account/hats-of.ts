import type { Reading } from '@guichet/database/session/reading';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import type { HeldRights } from '@guichet/domain/account/second-factor';
import { sql } from 'kysely';

/** A membership as its holder reads it. */
export interface HeldMembership {
  readonly id: string;
  readonly schoolId: string;
  readonly displayName: string;
  readonly functions: readonly SchoolFunction[];
  readonly version: number;
}

/** Everything an account may act as. */
export interface Hats {
  readonly memberships: readonly HeldMembership[];
  readonly hasConsortiumRight: boolean;
  /** Null until the account first acts as a candidate. */
  readonly candidateId: string | null;
  /** Whether a dossier exists; looked for where a staff hat is held, since whoever holds none is a candidate all the same. */
  readonly hasApplication: boolean;
  /** The verified address as `app` knows it; null before the first request. */
  readonly email: string | null;
  /** The language `app` writes to the account in; null before the first request. */
  readonly locale: 'fr' | 'en' | null;
}

/** The hats of the account behind a person's work, in one statement. */
export async function hatsOf({ db, hat }: Reading): Promise<Hats> {
  const account = hat.principal;
  const { rows } = await sql<Hats>`
    select h.memberships, h."hasConsortiumRight", h."candidateId",
      case when h."hasConsortiumRight" or h.memberships::text <> '[]'
        then exists (select from app.application a where a.candidate_id = h."candidateId") else false end as "hasApplication",
      p.email, p.locale
    from (select (select coalesce(json_agg(json_build_object('id', m.id, 'schoolId', m.school_id, 'displayName', m.display_name,
              'functions', m.functions, 'version', m.version) order by m.id), '[]') from app.membership m
              where m.account_id = ${account} and m.ended_at is null) as memberships,
            exists (select from app.consortium_right r where r.account_id = ${account} and r.ended_at is null) as "hasConsortiumRight",
            (select c.id from app.candidate c where c.account_id = ${account}) as "candidateId" offset 0) h
      left join app.person p on p.account_id = ${account}`.execute(db);
  return rows[0] as Hats;
}

/** Whoever holds any staff hat falls under the staff's limits, whatever they wear. */
export const isStaff = ({ memberships, hasConsortiumRight }: Hats) => hasConsortiumRight || memberships.length > 0;

/** The rights of all hats together: what a second factor depends on. */
export const rightsIn = ({ memberships, hasConsortiumRight }: Hats): HeldRights => ({
  functions: memberships.flatMap(({ functions }) => functions),
  isConsortium: hasConsortiumRight,
});
