import { dashboard } from './same/dashboard.sql.ts';
import { page, placeOf } from './same/page.sql.ts';
import { serve } from './same/served.ts';
import { peerPool, whoAsks } from './same/who.ts';

/** The limit: bare node:http and one prepared statement that builds the answer's JSON. */
const pool = peerPool();

interface Asked {
  readonly campaign: string;
  readonly state: string;
  readonly after: string | null;
}

serve(async (path, cookie, body) => {
  const who = await whoAsks(cookie);
  const asked = JSON.parse(body) as Asked;
  if (path === '/L') {
    const values = [who.school, asked.campaign, asked.state, ...placeOf(asked.after), who.account];
    return written('candidacies', { name: 'page', text: page, values });
  }
  if (path === '/D')
    return written('application', { name: 'dashboard', text: dashboard, values: [who.candidate, asked.campaign] });
  throw new Error('There is no such path');
});

async function written(
  name: string,
  statement: { name: string; text: string; values: readonly (string | null)[] },
): Promise<string> {
  const { rows } = await pool.query<{ json: string }>({ ...statement, values: [...statement.values] });
  return `{"data":{"${name}":${rows[0]?.json}}}`;
}
