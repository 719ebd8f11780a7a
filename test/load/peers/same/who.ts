import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import { Pool } from 'pg';

/** Whoever asks, as every peer identifies them: one prepared look-up of the session cookie. */
export interface Who {
  readonly account: string;
  readonly school: string | null;
  readonly candidate: string | null;
}

const { BENCH_PEER: connectionString = '', BENCH_SECRET: secret = '' } = process.env;
const cookie = sessionCookie({ secret, isSecure: true });
/** While others have their turn a pool would put its connections down after ten seconds, and begin its own turn with new ones. */
export const idleTimeoutMillis = 600_000;

const sessions = new Pool({ connectionString, max: 10, idleTimeoutMillis });

const lookUp = `select u.id as account, m.school_id as school, c.id as candidate
  from auth.session s join auth."user" u on u.id = s.user_id and u.email_verified
  left join auth.second_factor f on f.user_id = s.user_id and f.confirmed_at is not null
  left join app.membership m on m.account_id = u.id and m.ended_at is null
  left join app.candidate c on c.account_id = u.id
  where s.token = $1 and (f.user_id is null or s.second_factor_at >= f.confirmed_at) and s.last_used_at > now() - interval '30 minutes'`;

/** The account behind a cookie, with its school or its candidate; nobody is refused. */
export async function whoAsks(header: string | undefined): Promise<Who> {
  const token = cookie.tokenOf(header);
  const { rows } = await sessions.query<Who>({ name: 'session-of', text: lookUp, values: [token] });
  if (rows[0] === undefined) throw new Error('Nobody asks');
  return rows[0];
}

/** The rows, past row-level security; as many connections as the gateway has. */
export const peerPool = (): Pool => new Pool({ connectionString, max: 8, idleTimeoutMillis });
