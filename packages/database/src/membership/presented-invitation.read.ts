import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { type Kysely, sql } from 'kysely';

/** An invitation as whoever holds its link reads it. */
export interface PresentedInvitationRow {
  readonly email: string;
  readonly locale: 'fr' | 'en';
  /** Null for the consortium's own right. */
  readonly school: string | null;
  readonly schoolId: string | null;
  readonly functions: readonly SchoolFunction[];
  readonly expiresAt: Temporal.Instant;
  readonly hasEnded: boolean;
}

/** The invitation whose digest the work presents; null when there is none. */
export async function readPresentedInvitation(db: Kysely<unknown>): Promise<PresentedInvitationRow | null> {
  const state = sql`i.accepted_at is not null or i.ended_at is not null as "hasEnded"`;
  const { rows } = await sql<Omit<PresentedInvitationRow, 'expiresAt'> & { expiresAt: string }>`
    select i.email, i.locale, s.name as school, i.school_id as "schoolId", i.functions, i.expires_at::text as "expiresAt", ${state}
    from app.invitation i join app.school s on s.id = i.school_id
    union all
    select i.email, i.locale, null, null, '{}', i.expires_at::text, ${state} from app.consortium_invitation i limit 1`.execute(
    db,
  );
  const [row] = rows;
  return row ? { ...row, expiresAt: Temporal.Instant.from(row.expiresAt) } : null;
}
