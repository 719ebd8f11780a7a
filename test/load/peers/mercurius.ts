import fastify from 'fastify';
import { mercurius } from 'mercurius';
import type { Asked } from './same/decided.ts';
import { placeOf } from './same/page.sql.ts';
import { type PageAsked, plainSchema } from './same/plain-schema.ts';
import { submitted } from './same/submitted.ts';
import { peerPool, type Who, whoAsks } from './same/who.ts';

/** mercurius with its compiler (jit), its own batching loaders, and prepared statements of pg. */
const pool = peerPool();

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const statements = {
  page: `select p.id, p.state, p.dossier_number as number, p.received_at::text || '|' || p.id as cursor, ${instant('p.received_at')} as "receivedAt",
      i.last_name as "lastName", i.first_names as "firstNames" from (select id, received_at, state, dossier_number from app.candidacy
      where school_id = $1 and campaign_id = $2 and state = $3 and (received_at, id) > ($4::timestamptz, $5::uuid)
      order by received_at, id limit $6) p
    join app.dossier_identity i on i.school_id = $1 and i.candidacy_id = p.id and i.number = p.dossier_number order by p.received_at, p.id`,
  openings: `select candidacy_id as id, reader_id as reader, ${instant('at')} as at from app.opening
    where school_id = $1 and candidacy_id = any($2::uuid[]) and means = 'SCREEN'`,
  specialisms: `select d.candidacy_id as owner, s.name_fr as name from app.dossier_specialism d join app.specialism s on s.id = d.specialism_id
    where d.school_id = $1 and d.candidacy_id = any($2::uuid[]) and d.number = 1 order by d.position`,
  labels: `select p.candidacy_id as owner, l.id, l.name from app.candidacy_label p join app.label l on l.school_id = p.school_id and l.id = p.label_id
    where p.school_id = $1 and p.candidacy_id = any($2::uuid[]) order by l.name collate "fr-x-icu", l.id`,
  notes: `select k.id as owner, n.id from unnest($2::uuid[]) k (id) cross join lateral (select id, at from app.note
    where school_id = $1 and candidacy_id = k.id order by at desc, id desc limit 2) n order by n.at desc, n.id desc`,
  application: `select a.id, a.candidate_id as candidate, a.state, c.identity->>'lastName' as "lastName", c.identity->>'firstNames' as "firstNames", a.choices as chosen,
    a.studies from app.application a join app.candidate c on c.id = a.candidate_id where a.candidate_id = $1 and a.campaign_id = $2`,
  filings: `select f.school_id as id, exists (select from app.withdrawal w where w.candidate_id = f.candidate_id and w.candidacy_id = f.candidacy_id)
    as "isWithdrawn" from app.filing f where f.candidate_id = $1`,
  schools: 'select id, name from app.school where id = any($1::uuid[])',
} as const;

async function rows<R extends object>(name: keyof typeof statements, values: unknown[]): Promise<R[]> {
  return (await pool.query<R>({ name, text: statements[name], values })).rows;
}

interface Asking {
  readonly who: Who;
}
interface Row {
  readonly id: string;
}
type Keyed<T> = { readonly obj: T }[];

const resolvers = {
  Query: {
    candidacies: async (_root: unknown, { campaign, state, first, after }: PageAsked, { who }: Asking) => {
      const values = [who.school, campaign, state, ...placeOf(after), first + 1];
      const read = await rows<Row & { cursor: string }>('page', values);
      const edges = read.slice(0, first).map((node) => ({ cursor: node.cursor, node }));
      return { edges, pageInfo: { hasNextPage: read.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
    },
    application: async (_root: unknown, { campaign }: { campaign: string }, { who }: Asking) =>
      (await rows('application', [who.candidate, campaign]))[0],
  },
  Mutation: { submit: (_root: unknown, asked: Asked, { who }: Asking) => submitted(pool, who, asked) },
};

/** Rows of a statement shared out among their owners. */
const shared = (name: 'specialisms' | 'labels' | 'notes') => ({
  loader: async (queries: Keyed<Row>, { who }: Asking) => {
    const found = await rows<{ owner: string }>(name, [who.school, queries.map(({ obj }) => obj.id)]);
    const byOwner = Map.groupBy(found, ({ owner }) => owner);
    return queries.map(({ obj }) => byOwner.get(obj.id) ?? []);
  },
  opts: { cache: false },
});

interface Opening extends Row {
  readonly reader: string;
  readonly at: string;
}

const openings = async (queries: Keyed<Row>, { who }: Asking) => {
  const byOwner = Map.groupBy(await rows<Opening>('openings', [who.school, queries.map(({ obj }) => obj.id)]), ({ id }) => id);
  return queries.map(({ obj }) => byOwner.get(obj.id) ?? []);
};

/** What was chosen; a submission has told its choices already. */
interface Chosen {
  readonly chosen: readonly { readonly schoolId: string; readonly preferenceRank: number }[];
  readonly choices?: readonly object[];
}

const loaders = {
  Candidacy: {
    specialisms: shared('specialisms'),
    labels: shared('labels'),
    notes: shared('notes'),
    isUnopened: {
      loader: async (queries: Keyed<Row>, asking: Asking) => (await openings(queries, asking)).map((found) => found.length === 0),
      opts: { cache: false },
    },
    openedAt: {
      loader: async (queries: Keyed<Row>, asking: Asking) =>
        (await openings(queries, asking)).map((found) => found.find(({ reader }) => reader === asking.who.account)?.at ?? null),
      opts: { cache: false },
    },
  },
  Application: {
    choices: {
      loader: async (queries: Keyed<Chosen>, { who }: Asking) => {
        const filed = await rows<Row & { isWithdrawn: boolean }>('filings', [who.candidate]);
        const withdrawn = new Set(filed.filter(({ isWithdrawn }) => isWithdrawn).map(({ id }) => id));
        const told = (chosen: Chosen['chosen']) =>
          chosen
            .toSorted((a, b) => a.preferenceRank - b.preferenceRank)
            .map(({ schoolId }) => ({ schoolId, state: withdrawn.has(schoolId) ? 'WITHDRAWN' : 'UNDER_CONSIDERATION' }));
        return queries.map(({ obj }) => obj.choices ?? told(obj.chosen));
      },
      opts: { cache: false },
    },
  },
  Choice: {
    school: {
      loader: async (queries: Keyed<{ schoolId: string; school?: object }>) => {
        const schools = new Map(
          (await rows<Row>('schools', [queries.map(({ obj }) => obj.schoolId)])).map((row) => [row.id, row]),
        );
        return queries.map(({ obj }) => obj.school ?? schools.get(obj.schoolId));
      },
      opts: { cache: false },
    },
  },
};

const app = fastify();
await app.register(mercurius, {
  schema: plainSchema,
  resolvers: resolvers as never,
  loaders: loaders as never,
  jit: 1,
  context: async (request: { headers: { cookie?: string } }) => ({ who: await whoAsks(request.headers.cookie) }),
} as never);
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
process.on('disconnect', () => process.exit());
