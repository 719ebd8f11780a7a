import { sessionCookie } from '@guichet/gateway/account/session-cookie';
import { type BenchDatabase, benchSecret, rowsOf } from './database/bench-server.ts';

/** A school's officer who reads a list: its first page and its second. */
export interface PageCall {
  readonly cookie: string;
  readonly campaign: string;
  readonly state: string;
  /** Whose rows, for the peer whose schema wants it told. */
  readonly school: string;
  readonly reader: string;
}

/** A candidate who reads the one dossier. */
export interface DashboardCall {
  readonly cookie: string;
  readonly campaign: string;
  readonly candidate: string;
}

/** A candidate who submits a complete draft to three schools. */
export interface SubmissionCall {
  readonly cookie: string;
  readonly application: string;
}

/** Who asks for what, drawn once for all peers. */
export interface Calls {
  readonly pages: readonly PageCall[];
  readonly dashboards: readonly DashboardCall[];
  readonly submissions: readonly SubmissionCall[];
}

const states = ['RECEIVED', 'ADMISSIBLE', 'UNDER_REVIEW'];
const howMany = { lists: 18, dashboards: 36 };

/** Eighteen lists of two pages, thirty-six dashboards, and every draft once. */
export async function drawCalls({ administratorUrl }: BenchDatabase): Promise<Calls> {
  const jar = sessionCookie({ secret: benchSecret, isSecure: true });
  const cookieOf = (token: string) => jar.setting(token).split(';')[0] ?? '';
  const read = <R extends object>(text: string) => rowsOf<R>(administratorUrl, text);
  const campaigns = await read<{ id: string }>('select distinct campaign as id from bench.school');
  const campaign = campaigns[0]?.id ?? '';
  const officers = await read<{ token: string; school: string; reader: string }>(
    'select token, school, account as reader from bench.officer where k = 0 order by random()',
  );
  const candidates = await read<{ token: string; candidate: string }>(
    `select token, candidate from bench.dossier where not is_draft and i <= 1000 order by random() limit ${howMany.dashboards}`,
  );
  const drafts = await read<{ token: string; application: string }>(
    'select token, application from bench.dossier where is_draft order by random()',
  );
  return {
    pages: officers
      .flatMap(({ token, ...who }) => states.map((state) => ({ cookie: cookieOf(token), campaign, state, ...who })))
      .toSorted(() => Math.random() - 0.5)
      .slice(0, howMany.lists),
    dashboards: candidates.map(({ token, candidate }) => ({ cookie: cookieOf(token), campaign, candidate })),
    submissions: drafts.map(({ token, application }) => ({ cookie: cookieOf(token), application })),
  };
}
