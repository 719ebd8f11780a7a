import { readQueue } from '@guichet/database/candidacy/candidacy.read';
import type { Queue, QueueFilter, QueueOrder } from '@guichet/database/candidacy/queue';
import { readLabelsOn } from '@guichet/database/label/label.read';
import { writeKeptLists } from '@guichet/database/migrations/effects/kept-lists.sql';
import { readNotesOn } from '@guichet/database/note/note.read';
import { schoolHat } from '@guichet/database/session/hat';
import { inWork, type Work } from '@guichet/database/session/work';
import { readSizes } from '@guichet/database/view/view.read';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KyselyPlugin, RawNode } from 'kysely';
import { openCampaign } from '../../../world/dossier.ts';
import { plantQueue } from '../../../world/planted-queue.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let accountId: string;
let readerId: string;
let schoolId: string;
let campaignId: string;
let labelId: string;
let middle: { id: string; key: string };

const school = 'imt-mines-albi';
const large = 10_000;

beforeAll(async () => {
  world = await aWorld();
  ({ accountId } = await world.member(school, ['OFFICER']));
  await openCampaign(world.nobody);
  const rows = Array.from({ length: large }, (_, index) => ({
    lastName: `Nom ${index % 2500}`,
    country: index % 40 ? 'FR' : 'BE',
  }));
  await plantQueue(world, school, rows);
  const own = `from app.candidacy c join app.school s on s.id = c.school_id where s.slug = '${school}'`;
  const [found] = await world.sql<{ school: string; campaign: string; reader: string; id: string; key: string }>(
    `select c.school_id as school, c.campaign_id as campaign, m.id as reader, c.id, c.received_at::text as key ${own.replace('where', 'join app.membership m on m.school_id = s.id and m.account_id = $1 where')}
     order by c.received_at offset 5000 limit 1`,
    [accountId],
  );
  ({ school: schoolId, campaign: campaignId, reader: readerId } = found ?? { school: '', campaign: '', reader: '' });
  middle = { id: found?.id ?? '', key: found?.key ?? '' };
  labelId = crypto.randomUUID();
  await world.sql(`set session_replication_role = replica`);
  for (const statement of [
    // Twice as many at each of four other schools: whoever reads every row reads nine times too many, which no planner prefers.
    `insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at)
     select o.id, gen_random_uuid(), gen_random_uuid(), c.campaign_id, c.notice_version_id, c.received_at
     from app.candidacy c join (select id from app.school, generate_series(1, 2) where slug <> '${school}' limit 8) o on true`,
    `insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
     select c.school_id, c.id, 1, c.candidate_id, 'Nom ' || c.n % 2500, 'Camille', 'nom ' || c.n % 2500, '2004-03-14', '{}'
     from (select *, row_number() over () as n from app.candidacy where school_id <> '${schoolId}') c`,
    `insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, country, notice_version_id, received_at)
     select c.school_id, c.id, 1, c.candidate_id, c.n::text, repeat('0', 64), 'Université', 'FR', c.notice_version_id, c.received_at
     from (select *, row_number() over () as n from app.candidacy where school_id <> '${schoolId}') c`,
    `insert into app.label (school_id, id, name, name_key, colour) values ('${schoolId}', '${labelId}', 'À revoir', 'a revoir', '#00677f')`,
    `insert into app.candidacy_label (school_id, candidacy_id, label_id, author_id, at)
     select c.school_id, c.id, case when random() < 0.02 then '${labelId}' else gen_random_uuid() end, '${accountId}', c.received_at from app.candidacy c`,
    // Once in a hundred and fifty runs chance would give it to no Belgian.
    `update app.candidacy_label set label_id = '${labelId}' where candidacy_id = (
       select h.candidacy_id from app.dossier_head h where h.school_id = '${schoolId}' and h.country = 'BE' limit 1)`,
    `insert into app.opening (school_id, candidacy_id, reader_id, function, at)
     select c.school_id, c.id, '${accountId}', 'OFFICER', c.received_at from app.candidacy c where random() < 0.5`,
    // Forty who read, and many who left.
    `insert into app.membership (school_id, id, account_id, display_name, functions, version)
     select '${schoolId}', gen_random_uuid(), md5('reader ' || n)::uuid, 'Lectrice ' || n, '{REVIEWER}', 1 from generate_series(1, 40) n`,
    `insert into app.assignment (school_id, candidacy_id, reader_id)
     select c.school_id, c.id, case when random() < 0.02 then '${accountId}'::uuid when random() < 0.5 then md5('reader ' || ceil(random() * 40))::uuid
       else gen_random_uuid() end from app.candidacy c where random() < 0.5`,
    `insert into app.note (school_id, id, candidacy_id, author_id, at)
     select c.school_id, gen_random_uuid(), c.id, '${accountId}', c.received_at from app.candidacy c where c.school_id = '${schoolId}' or random() < 0.1`,
    `insert into app.note_version (school_id, note_id, number, text, author_id, at)
     select n.school_id, n.id, 1, 'À rappeler.', n.author_id, n.at from app.note n`,
    writeKeptLists,
    `vacuum analyze`,
  ])
    await world.sql(statement);
  await world.sql(`set session_replication_role = origin`);
}, 300_000);
afterAll(() => world.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Asks the database how it would answer, instead of for the answer. */
function explaining(plans: Plan[]): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      const { sqlFragments, ...raw } = node as RawNode;
      return { ...raw, sqlFragments: [`explain (format json) ${sqlFragments[0]}`, ...sqlFragments.slice(1)] } as RawNode;
    },
    transformResult: async ({ result }) => {
      const [row] = result.rows as { 'QUERY PLAN': { Plan: Plan }[] }[];
      plans.push(...(row?.['QUERY PLAN'].map(({ Plan }) => Plan) ?? []));
      return { ...result, rows: [] };
    },
  };
}

const scansOf = (plan: Plan): readonly string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scansOf),
];

/** Tables read row by row from end to end, under the school's own role and policies; small ones are the planner's business. */
async function readWhole(read: (work: Work) => Promise<unknown>): Promise<readonly string[]> {
  const plans: Plan[] = [];
  await inWork(world.gateway.binding, schoolHat(accountId, schoolId, ['OFFICER']), (work) =>
    read({ ...work, db: work.db.withPlugin(explaining(plans)) }),
  );
  expect(plans.length).toBeGreaterThan(0);
  const small = ['label', 'school', 'campaign', 'membership', 'specialism'];
  return plans.flatMap(scansOf).filter((table) => !small.includes(table));
}

const queue = (filter: QueueFilter, order: QueueOrder = 'RECEIVED_AT_ASC'): Queue => ({ schoolId, campaignId, filter, order });
const filters = (): Readonly<Record<string, QueueFilter>> => ({
  'by label': { labelIds: [labelId] },
  'by reader': { readerId },
  'assigned to nobody': { isUnassigned: true },
  'assigned to somebody': { isUnassigned: false },
  'opened by nobody': { isUnopened: true, states: ['RECEIVED'] },
  'by country and label': { countries: ['BE'], labelIds: [labelId] },
});
const names = ['by label', 'by reader', 'assigned to nobody', 'assigned to somebody', 'opened by nobody', 'by country and label'];

describe('a queue of 10,000 among 90,000 is read without reading any large table whole', () => {
  test.each(names)('C-26 its first page %s', async (name) => {
    const stretch = { beyond: null, isBackward: false, limit: 51 };
    const asked = queue(filters()[name] ?? {});
    expect(await readWhole(({ db }) => readQueue(db, { schoolId, readerId: accountId }, { queue: asked, stretch }))).toEqual([]);
  });

  test.each(names)('C-26 the neighbours %s', async (name) => {
    for (const isBackward of [true, false]) {
      const stretch = { beyond: middle, isBackward, limit: 1 };
      const asked = queue(filters()[name] ?? {});
      expect(await readWhole(({ db }) => readQueue(db, { schoolId, readerId: accountId }, { queue: asked, stretch }))).toEqual(
        [],
      );
    }
  });

  test('C-26 the neighbours by name', async () => {
    const stretch = { beyond: { id: middle.id, key: 'Nom 1250' }, isBackward: false, limit: 1 };
    const asked = queue({ labelIds: [labelId] }, 'LAST_NAME_ASC');
    expect(await readWhole(({ db }) => readQueue(db, { schoolId, readerId: accountId }, { queue: asked, stretch }))).toEqual([]);
  });

  test('C-26 the counts of its views, all in one statement', async () => {
    const views = Object.values(filters()).map((filter) => queue(filter));
    expect(await readWhole(({ db }) => readSizes(db, views))).toEqual([]);
    const sizes = await inWork(world.gateway.binding, schoolHat(accountId, schoolId, ['OFFICER']), ({ db }) =>
      readSizes(db, views),
    );
    expect(sizes.every((size) => size > 0 && size < large)).toBe(true);
  });

  test('C-26 labels and notes of a page', async () => {
    const candidacyIds = [middle.id];
    const stretch = { beyond: null, isBackward: false, limit: 11 };
    expect(await readWhole(({ db }) => readLabelsOn(db, { schoolId, candidacyIds }))).toEqual([]);
    expect(await readWhole(({ db }) => readNotesOn(db, { schoolId, candidacyIds }, stretch))).toEqual([]);
  });

  test('a table without its index is told', async () => {
    await world.sql('alter table app.candidacy_label rename to put_aside');
    await world.sql('create table app.candidacy_label as select * from app.put_aside');
    await world.sql('grant select on app.candidacy_label to app_school');
    await world.sql('analyze app.candidacy_label');
    expect(await readWhole(({ db }) => readLabelsOn(db, { schoolId, candidacyIds: [middle.id] }))).toEqual(['candidacy_label']);
  });
});
