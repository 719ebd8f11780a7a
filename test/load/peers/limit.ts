import { dashboard } from './same/dashboard.sql.ts';
import { type Asked, type DraftRow, decided } from './same/decided.ts';
import { draft } from './same/draft.sql.ts';
import { page, placeOf } from './same/page.sql.ts';
import { inOneBatch, sealAs } from './same/scope.ts';
import { serve } from './same/served.ts';
import { submission } from './same/submission.sql.ts';
import { peerPool, type Who, whoAsks } from './same/who.ts';

/** The limit: bare node:http and one prepared statement that builds the answer's JSON; a submission reads, decides, and writes with one more. */
const pool = peerPool();

interface List {
  readonly campaign: string;
  readonly state: string;
  readonly after: string | null;
}

serve(async (path, cookie, body) => {
  const who = await whoAsks(cookie);
  if (path === '/L') {
    const { campaign, state, after } = JSON.parse(body) as List;
    return written('candidacies', 'page', page, [who.school, campaign, state, ...placeOf(after), who.account]);
  }
  if (path === '/D') return written('application', 'dashboard', dashboard, [who.candidate, (JSON.parse(body) as List).campaign]);
  return JSON.stringify({ data: { submit: await submit(who, JSON.parse(body) as Asked) } });
});

async function written(field: string, ...[name, text, values]: readonly [string, string, unknown[]]): Promise<string> {
  const { rows } = await pool.query<{ json: string }>({ name, text, values });
  return `{"data":{"${field}":${rows[0]?.json}}}`;
}

async function submit(who: Who, asked: Asked): Promise<object> {
  const { rows } = await pool.query<DraftRow>({ name: 'draft', text: draft, values: [who.candidate, asked.applicationId] });
  const { values, answer } = decided(rows[0], who.account, asked);
  const [done] = await inOneBatch<{ moved: number }>(pool, [sealAs(who), { name: 'submission', text: submission, values }]);
  if (done?.moved !== 1) throw new Error('The draft has moved');
  return answer;
}
