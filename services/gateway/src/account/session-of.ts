import { send } from '@guichet/database/session/connection/batch';
import type { Pool } from 'pg';
import { lookedUpTogether } from './session/looked-up-together.ts';
import { type RenewedSession, renewSession } from './session/renew-session.ts';
import type { SessionCookie } from './session-cookie.ts';

/** The instants a session's life is judged by, on every request: milliseconds since the epoch. */
export interface SessionTimes {
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** Seven days after it began, for whoever; staff's session ends earlier. */
  readonly absoluteEnd: number;
  /** The database's clock when the session was read. */
  readonly readAt: number;
}

/** Who a session cookie speaks for, and the instants its life is judged by. */
export interface Session {
  readonly accountId: string;
  readonly sessionId: string;
  /** Canonical address. */
  readonly email: string;
  readonly isVerified: boolean;
  readonly locale: 'fr' | 'en';
  /** Whether the account has a second factor; a session of such an account was opened by a code. */
  readonly hasSecondFactor: boolean;
  /** Browser and system in two names; null when neither is known. */
  readonly device: string | null;
  /** Changes with whatever the account may act as; null where none is kept. */
  readonly stamp: string | null;
  readonly times: SessionTimes;
}

const minute = 60_000;
const hour = 60 * minute;
const limitsOf = (isStaff: boolean) =>
  isStaff ? { idle: 30 * minute, whole: 24 * hour } : { idle: 12 * hour, whole: 7 * 24 * hour };

/** Staff: 30 minutes idle, 24 hours in all; candidates: 12 hours idle, 7 days in all. Whoever holds any staff hat is staff. */
export function isSessionAlive(
  { times }: Pick<Session, 'times'>,
  { isStaff, asOf }: { isStaff: boolean; asOf: number },
): boolean {
  const { idle, whole } = limitsOf(isStaff);
  return asOf < times.lastUsedAt + idle && asOf < times.createdAt + whole && asOf < times.absoluteEnd;
}

export interface Sessions {
  /**
   * One prepared statement, shared by those who wait. Null for anything but a session that exists and was opened by everything its account
   * asks for; whether it is still alive is the caller's to judge.
   */
  sessionOf(cookieHeader: string | undefined): Promise<Session | null>;
  /** A session that a password began at most ten minutes ago, and that waits for a code; it opens nothing else. */
  begunOf(cookieHeader: string | undefined): Promise<Session | null>;
  /** Notes that a session judged alive was used; writes at most once a minute. */
  touch(session: Session): Promise<void>;
  /** Every session of an account that is open, whether still alive or not, the last used first. */
  allOf(accountId: string): Promise<readonly Session[]>;
  /** Answers whether it was still there to be ended. */
  end(sessionId: string): Promise<boolean>;
  /** Ends every session of an account but this one, which goes on under a new token and no longer than before; null where it has ended meanwhile. */
  renew(session: Session, more?: { readonly isProvenNow: boolean }): Promise<RenewedSession | null>;
  /** Every device of an account: a new password, a change of rights, an account closed. */
  endAllOf(accountId: string): Promise<void>;
}

const milliseconds = (instant: string) => `date_part('epoch', ${instant}) * 1000`;
const selected = `u.id as "accountId", s.id as "sessionId", u.email, u.email_verified as "isVerified", u.locale,
  f.user_id is not null as "hasSecondFactor", s.device, w.value as stamp, ${milliseconds('s.created_at')} as "createdAt",
  ${milliseconds('s.last_used_at')} as "lastUsedAt", ${milliseconds('s.expires_at')} as "absoluteEnd", ${milliseconds('auth.clock()')} as "readAt"
  from auth.session s join auth."user" u on u.id = s.user_id
  left join auth.second_factor f on f.user_id = s.user_id and f.confirmed_at is not null
  left join standing.stamp w on w.account_id = s.user_id`;
const lookUp = `select s.token, ${selected} where s.token = any($1) and (f.user_id is null or s.second_factor_at >= f.confirmed_at)`;
const lookUpBegun = `select s.token, ${selected} where s.token = any($1) and f.user_id is not null and s.second_factor_at is null
  and s.created_at > auth.clock() - interval '10 minutes'`;
const lookUpOwn = `select ${selected} where s.user_id = $1 and (f.user_id is null or s.second_factor_at >= f.confirmed_at) order by s.last_used_at desc, s.id`;

const touch = 'update auth.session set last_used_at = auth.clock() where id = $1';
// Nobody waits for the disk: lost with the machine, a session seems idle a minute longer.
const unhurried = { name: 'unhurried', text: `select where set_config('synchronous_commit', 'off', true) is null`, values: [] };

// Analysed once a connection and planned once: left to itself the server plans it each time, for as few tokens as there are, and that takes longer than the look-up.
const plannedOnce = {
  name: 'planned-once',
  text: `select where set_config('plan_cache_mode', 'force_generic_plan', true) is null`,
  values: [],
};

type Row = Omit<Session, 'times'> & SessionTimes;

/** Sessions as the gateway reads them, as `auth_svc`. */
export function createSessions(pool: Pool, cookie: SessionCookie): Sessions {
  const lookedUp = (name: string, text: string) => {
    const sessionBehind = lookedUpTogether(async (tokens) => {
      const client = await pool.connect();
      try {
        const answers = await send(client, [plannedOnce, { name, text, values: [tokens] }]);
        const rows = (answers.at(-1)?.rows ?? []) as unknown as readonly (Row & { readonly token: string })[];
        return new Map(rows.map(({ token, ...row }) => [token, sessionFrom(row)]));
      } finally {
        client.release();
      }
    });
    return async (cookieHeader: string | undefined) => {
      const token = cookie.tokenOf(cookieHeader);
      return token === null ? null : sessionBehind(token);
    };
  };
  return {
    sessionOf: lookedUp('session-of', lookUp),
    begunOf: lookedUp('session-begun', lookUpBegun),
    async allOf(accountId) {
      return (await pool.query<Row>({ text: lookUpOwn, values: [accountId] })).rows.map(sessionFrom);
    },
    async touch(session) {
      if (session.times.lastUsedAt + minute > session.times.readAt) return;
      const client = await pool.connect();
      try {
        await send(client, [unhurried, { name: 'session-touch', text: touch, values: [session.sessionId] }]);
      } finally {
        client.release();
      }
    },
    async end(sessionId) {
      return (await pool.query({ text: 'delete from auth.session where id = $1', values: [sessionId] })).rowCount === 1;
    },
    renew: (session, more) => renewSession(pool, session, more),
    async endAllOf(accountId) {
      await pool.query({ text: 'delete from auth.session where user_id = $1', values: [accountId] });
    },
  };
}

const sessionFrom = ({ createdAt, lastUsedAt, absoluteEnd, readAt, ...row }: Row): Session => ({
  ...row,
  times: { createdAt, lastUsedAt, absoluteEnd, readAt },
});
