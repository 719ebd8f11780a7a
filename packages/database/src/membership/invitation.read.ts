import type { SchoolFunction } from '@guichet/domain/account/school-function';
import type { DeliveryState } from '@guichet/domain/mail/delivery';
import { type Kysely, type RawBuilder, sql } from 'kysely';

/** An invitation as those who may send one read it: never its digest. */
export interface InvitationRow {
  readonly id: string;
  /** Null for the consortium's own right. */
  readonly schoolId: string | null;
  readonly email: string;
  readonly displayName: string;
  readonly functions: readonly SchoolFunction[];
  readonly locale: 'fr' | 'en';
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  /** By the membership or right it was sent by; null for the platform, and at a school for the consortium. */
  readonly inviter: { readonly id: string; readonly displayName: string } | null;
  /** What became of its mail; null before it left, and for the consortium's own right. */
  readonly delivery: DeliveryState | null;
  /** Sort key, at the database's full precision. */
  readonly key: string;
}

export type WhichInvitations =
  | { readonly ids: readonly string[] }
  | { readonly after: { readonly key: string | null; readonly id: string } | null; readonly limit: number };

/** A school's invitations, by id or a page of them, newest first. */
export async function readInvitations(
  db: Kysely<unknown>,
  which: WhichInvitations & { readonly schoolId: string },
): Promise<InvitationRow[]> {
  const page = sql`select ${columns(sql`i.school_id`, sql`i.functions`)} from app.invitation i
    where i.school_id = ${which.schoolId} ${selection(which)}`;
  return invitations(db, page, sql`app.membership m on m.school_id = i."schoolId" and m.account_id = i."inviterId"`);
}

/** Invitations the consortium sent, to its own right and to schools, by id or a page of them, newest first. */
export async function readConsortiumInvitations(db: Kysely<unknown>, which: WhichInvitations): Promise<InvitationRow[]> {
  const page = sql`select * from (
    (select ${columns(sql`null::uuid`, sql`'{}'::text[]`)} from app.consortium_invitation i where true ${selection(which)})
    union all (select ${columns(sql`i.school_id`, sql`i.functions`)} from app.invitation i where i.by_consortium ${selection(which)})) i
    order by at desc, id desc ${'limit' in which ? sql`limit ${which.limit}` : sql``}`;
  return invitations(db, page, sql`app.consortium_right m on m.account_id = i."inviterId"`);
}

const columns = (school: RawBuilder<unknown>, functions: RawBuilder<unknown>) => sql`i.id, ${school} as "schoolId", i.email,
  i.display_name as "displayName", ${functions} as functions, i.locale, i.inviter_id as "inviterId", i.at,
  i.expires_at::text as "expiresAt", i.accepted_at::text as "acceptedAt", i.ended_at::text as "endedAt"`;

function selection(which: WhichInvitations) {
  if ('ids' in which) return sql`and i.id = any(${which.ids}::uuid[])`;
  const { after, limit } = which;
  const beyond = after ? sql`and (i.at, i.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``;
  return sql`${beyond} order by i.at desc, i.id desc limit ${limit}`;
}

type Read = Record<'key' | 'expiresAt', string> & Record<'acceptedAt' | 'endedAt', string | null>;

async function invitations(db: Kysely<unknown>, page: RawBuilder<unknown>, inviters: RawBuilder<unknown>) {
  const { rows } = await sql<Omit<InvitationRow, keyof Read | 'at'> & Read>`
    select i.id, i."schoolId", i.email, i."displayName", i.functions, i.locale, i."expiresAt", i."acceptedAt", i."endedAt", i.at::text as key,
      v.state as delivery, case when m.id is null then null else json_build_object('id', m.id, 'displayName', m.display_name) end as inviter
    from (${page}) i left join ${inviters}
      left join app.invitation_delivery v on v.school_id = i."schoolId" and v.invitation_id = i.id order by i.at desc, i.id desc`.execute(
    db,
  );
  return rows.map(
    (row): InvitationRow => ({
      ...row,
      at: Temporal.Instant.from(row.key),
      expiresAt: Temporal.Instant.from(row.expiresAt),
      acceptedAt: instantOf(row.acceptedAt),
      endedAt: instantOf(row.endedAt),
    }),
  );
}

const instantOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
