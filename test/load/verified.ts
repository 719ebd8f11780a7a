import { isDeepStrictEqual } from 'node:util';
import type { Calls } from './calls.ts';
import type { WorkloadName } from './order.ts';
import { benchUrl, type Peer } from './peers.ts';
import type { SaidPage, Spelled } from './spellings/spelling.ts';

/** A request as it travels, with the data of its answer where they are always the same. */
export interface Ready {
  readonly request: string;
  readonly expected: string | null;
  readonly holds: string | null;
}

/** The answers of all peers to one workload, each compared with the first one's; throws in words where one differs. */
export async function verified(
  peers: readonly Peer[],
  workload: 'L' | 'D',
  calls: Calls,
): Promise<ReadonlyMap<string, readonly Ready[]>> {
  const found = new Map<string, readonly Ready[]>();
  let first: { readonly name: string; readonly said: readonly object[] } | null = null;
  for (const peer of peers) {
    const { ready, said } = workload === 'L' ? await pagesOf(peer, calls) : await dashboardsOf(peer, calls);
    first ??= { name: peer.name, said };
    for (const [index, each] of said.entries())
      if (!isDeepStrictEqual(ordered(each), ordered(first.said[index])))
        throw new Error(
          `${workload}: ${peer.name} and ${first.name} answer differently:\n${JSON.stringify(each)}\n${JSON.stringify(first.said[index])}`,
        );
    found.set(peer.name, ready);
  }
  return found;
}

interface Checked {
  readonly ready: readonly Ready[];
  readonly said: readonly object[];
}

async function pagesOf(peer: Peer, { pages }: Calls): Promise<Checked> {
  const ready: Ready[] = [];
  const said: object[] = [];
  for (const call of pages) {
    let after: string | null = null;
    for (const which of ['first', 'second']) {
      const request = requestOf(peer.spelling.page(call, after), call.cookie);
      const text = await answerTo(peer, request);
      const page: SaidPage = peer.spelling.pageSaid(JSON.parse(text));
      if (page.rows.length !== 50 || !page.hasNextPage) throw new Error(`${peer.name}: the ${which} page is not whole: ${text}`);
      ready.push({ request: request.bytes, expected: dataOf(text), holds: null });
      said.push(page.rows);
      after = page.endCursor;
    }
  }
  return { ready, said };
}

async function dashboardsOf(peer: Peer, { dashboards }: Calls): Promise<Checked> {
  const ready: Ready[] = [];
  const said: object[] = [];
  for (const call of dashboards) {
    const request = requestOf(peer.spelling.dashboard(call), call.cookie);
    const text = await answerTo(peer, request);
    ready.push({ request: request.bytes, expected: dataOf(text), holds: null });
    said.push(peer.spelling.dashboardSaid(JSON.parse(text)));
  }
  return { ready, said };
}

/** What follows the data tells what is left of a budget, which is never the same. */
const dataOf = (text: string): string =>
  text.includes(',"extensions":') ? text.slice(0, text.lastIndexOf(',"extensions":')) : text;

/** Requests that are sent once each; what they answer is read, but never the same. */
export const submissionsOf = ({ spelling }: Peer, calls: Calls['submissions']): readonly Ready[] =>
  calls.map((call) => ({
    request: requestOf(spelling.submission(call), call.cookie).bytes,
    expected: null,
    holds: spelling.submittedHolds,
  }));

interface HttpRequest {
  readonly spelled: Spelled;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: string;
}

function requestOf(spelled: Spelled, cookie: string): HttpRequest {
  const text = JSON.stringify(spelled.body);
  const headers = { origin: benchUrl, cookie, 'content-type': 'application/json', accept: 'application/json' };
  const lines = Object.entries({ host: '127.0.0.1', ...headers, 'content-length': String(Buffer.byteLength(text)) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return { spelled, headers, text, bytes: `POST ${spelled.path} HTTP/1.1\r\n${head}\r\n${text}` };
}

/** One answer read whole; anything but data throws. */
async function answerTo({ name, port }: Peer, { spelled, headers, text }: HttpRequest): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${spelled.path}`, { method: 'POST', headers, body: text });
  const body = await response.text();
  if (response.status !== 200 || body.includes('"errors"')) throw new Error(`${name}: ${response.status} ${body.slice(0, 2000)}`);
  return body;
}

/** One request of a workload, its answer read. */
export async function answeredOnce(peer: Peer, workload: WorkloadName, { pages, dashboards, submissions }: Calls): Promise<void> {
  const { spelling } = peer;
  const [page, dashboard, submission] = [pages[0], dashboards[0], submissions[0]];
  if (workload === 'L' && page) await answerTo(peer, requestOf(spelling.page(page, null), page.cookie));
  if (workload === 'D' && dashboard) await answerTo(peer, requestOf(spelling.dashboard(dashboard), dashboard.cookie));
  if (workload === 'S' && submission) await answerTo(peer, requestOf(spelling.submission(submission), submission.cookie));
}

/** Fields in one order, whoever wrote them. */
const ordered = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(ordered);
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, ordered(each)]),
  );
};

export const isRead = (workload: WorkloadName): workload is 'L' | 'D' => workload !== 'S';
