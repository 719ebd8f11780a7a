import type { Pool } from 'pg';
import type { SessionCookie } from './session-cookie.ts';

/** Who a session cookie speaks for, and the instants its life is judged by. */
export interface Session {
  readonly accountId: string;
  readonly sessionId: string;
  /** Canonical address. */
  readonly email: string;
  readonly isVerified: boolean;
  readonly locale: 'fr' | 'en';
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant;
  /** Seven days after it began, for whoever; staff's session ends earlier. */
  readonly absoluteEnd: Temporal.Instant;
  /** The database's clock when the session was read. */
  readonly readAt: Temporal.Instant;
}

const limitsOf = (isStaff: boolean) =>
  isStaff ? { idle: { minutes: 30 }, whole: { hours: 24 } } : { idle: { hours: 12 }, whole: { hours: 7 * 24 } };

/** Staff: 30 minutes idle, 24 hours in all; candidates: 12 hours idle, 7 days in all. Whoever holds any staff hat is staff. */
export function isSessionAlive(session: Session, { isStaff, asOf }: { isStaff: boolean; asOf: Temporal.Instant }): boolean {
  const { idle, whole } = limitsOf(isStaff);
  const ends = [session.lastUsedAt.add(idle), session.createdAt.add(whole), session.absoluteEnd];
  return ends.every((end) => Temporal.Instant.compare(asOf, end) < 0);
}

export interface Sessions {
  /** One prepared statement. Null for anything but a session that exists; whether it is still alive is the caller's to judge. */
  sessionOf(cookieHeader: string | undefined): Promise<Session | null>;
  /** Notes that a session judged alive was used; writes at most once a minute. */
  touch(session: Session): Promise<void>;
  end(sessionId: string): Promise<void>;
  /** Every device of an account: a new password, a change of rights, an account closed. */
  endAllOf(accountId: string): Promise<void>;
}

const micro = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const lookUp = `select u.id as "accountId", s.id as "sessionId", u.email, u.email_verified as "isVerified", u.locale,
  ${micro('s.created_at')} as "createdAt", ${micro('s.last_used_at')} as "lastUsedAt", ${micro('s.expires_at')} as "absoluteEnd",
  ${micro('auth.clock()')} as "readAt"
  from auth.session s join auth."user" u on u.id = s.user_id where s.token = $1`;

type Row = Omit<Session, 'createdAt' | 'lastUsedAt' | 'absoluteEnd' | 'readAt'> &
  Record<'createdAt' | 'lastUsedAt' | 'absoluteEnd' | 'readAt', string>;

/** Sessions as the gateway reads them, as `auth_svc`. */
export function createSessions(pool: Pool, cookie: SessionCookie): Sessions {
  return {
    async sessionOf(cookieHeader) {
      const token = cookie.tokenOf(cookieHeader);
      if (token === null) return null;
      const { rows } = await pool.query<Row>({ name: 'session-of', text: lookUp, values: [token] });
      return rows[0] ? sessionFrom(rows[0]) : null;
    },
    async touch(session) {
      if (Temporal.Instant.compare(session.lastUsedAt.add({ minutes: 1 }), session.readAt) > 0) return;
      const text = 'update auth.session set last_used_at = auth.clock() where id = $1';
      await pool.query({ name: 'session-touch', text, values: [session.sessionId] });
    },
    async end(sessionId) {
      await pool.query({ text: 'delete from auth.session where id = $1', values: [sessionId] });
    },
    async endAllOf(accountId) {
      await pool.query({ text: 'delete from auth.session where user_id = $1', values: [accountId] });
    },
  };
}

const sessionFrom = (row: Row): Session => ({
  ...row,
  createdAt: Temporal.Instant.from(row.createdAt),
  lastUsedAt: Temporal.Instant.from(row.lastUsedAt),
  absoluteEnd: Temporal.Instant.from(row.absoluteEnd),
  readAt: Temporal.Instant.from(row.readAt),
});
