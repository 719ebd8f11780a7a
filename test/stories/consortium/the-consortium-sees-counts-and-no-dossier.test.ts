import { invite } from '@guichet/admissions/account/invite';
import { consortiumHat, schoolHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork } from '@guichet/database/session/work';
import { foldTotals } from '@guichet/worker/totals/fold-totals';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium } from '../../world/consortium.ts';
import { act, completeDossier, freshKey, submit, submitted } from '../../world/dossier.ts';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let worker: Binding;
let chair: Actor;
let campaignId: string;

const counts = `query ($c: ID!) { consortium { totals(campaignId: $c) { school { slug } states { state count } }
  submissionsPerDay(campaignId: $c) { day count } draftsNotSubmitted(campaignId: $c) } }`;
const read = async () => (await chair.read(counts, { c: campaignId }, asConsortium)).consortium;
/** What is disclosed: `school state count`. */
const funnel = (totals: Selected) =>
  totals.flatMap(({ school, states }: Selected) =>
    states
      .filter(({ count }: Selected) => count !== null)
      .map(({ state, count }: Selected) => `${school.slug} ${state} ${count}`),
  );

beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 });
  worker = { ...world.gateway.binding, orm };
  chair = await world.consortium('Odile');
  campaignId = (await world.nobody.read('{ campaign(slug: "astg3-2027") { id } }')).campaign.id;
}, 60_000);
afterAll(async () => {
  await worker.orm.close();
  await world.close();
});

describe('the consortium', () => {
  test('B-30 sees no count under five, nor can tell one from none', async () => {
    for (const name of ['Claire', 'Paul', 'Nadia', 'Olga'])
      await submitted(await world.candidate(name), { schools: ['imt-mines-albi'] });
    const { totals, submissionsPerDay, draftsNotSubmitted } = await read();
    expect(totals.map(({ school }: Selected) => school.slug)).toEqual(['imt-lille-douai', 'imt-mines-albi', 'imt-mines-ales']);
    expect(funnel(totals)).toEqual([]);
    expect(totals[1].states).toEqual(totals[0].states);
    // A day of four and a day of none are told alike.
    expect(submissionsPerDay.slice(-2)).toEqual([
      { day: '2027-01-31', count: null },
      { day: '2027-02-01', count: null },
    ]);
    expect(draftsNotSubmitted).toBeNull();
    for (let drafts = 1; drafts < 5; drafts += 1) {
      const input = { campaignId, idempotencyKey: freshKey(), isPartnerStudent: false };
      await act(await world.candidate(`Draft ${'abcd'[drafts - 1]}`), 'createApplication', input);
      expect([drafts, (await read()).draftsNotSubmitted]).toEqual([drafts, null]);
    }
  });

  test('sees the funnel, arrivals per day and drafts from five upwards, folded or not', async () => {
    await submitted(await world.candidate('Quentin'), { schools: ['imt-mines-albi', 'imt-mines-ales'] });
    const draft = await completeDossier(await world.candidate('Rose'), { schools: ['imt-mines-albi'] });
    expect(draft.version).toBeGreaterThan(1);
    const before = await read();
    expect(funnel(before.totals)).toEqual(['imt-mines-albi RECEIVED 5']);
    expect(before.submissionsPerDay.at(-1)).toEqual({ day: '2027-02-01', count: 5 });
    expect(before.submissionsPerDay.map(({ day }: Selected) => day).slice(-3)).toEqual([
      '2027-01-30',
      '2027-01-31',
      '2027-02-01',
    ]);
    expect(before.draftsNotSubmitted).toBe(5);
    expect(await foldTotals(worker)).toBeGreaterThan(0);
    expect(await read()).toEqual(before);
  });

  test('counts a day in the campaign’s zone: what arrives at half past eleven in the evening UTC is of the next day in Paris', async () => {
    const willow = await world.candidate('Willow');
    const held = await completeDossier(willow, { schools: ['imt-mines-ales'] });
    await world.at('2027-02-01T23:30:00Z');
    chair = await world.signInAgain(chair);
    await submit(await world.signInAgain(willow), held);
    const { submissionsPerDay } = await read();
    expect(submissionsPerDay.at(-1)).toEqual({ day: '2027-02-02', count: null });
    const rows = await world.sql(
      `select day::text, sum(n)::int as n from (select measure, day, n from app.campaign_totals
        union all select measure, day, delta from app.campaign_totals_delta) x where measure = 'ARRIVED' group by day order by day`,
    );
    expect(rows).toEqual([
      { day: '2027-02-01', n: 5 },
      { day: '2027-02-02', n: 1 },
    ]);
  });

  test('has no right on any dossier: the database itself says so, table by table', async () => {
    const closed = [
      'candidate',
      'application',
      'snapshot',
      'choice',
      'preference',
      'filing',
      'withdrawal',
      'recall',
      'person',
      'opening',
      'disclosed_choices',
    ];
    const count = (table: string) =>
      inWork(world.gateway.binding, consortiumHat(chair.accountId), ({ db }) =>
        sql<{ n: number }>`select count(*)::int as n from app.${sql.raw(table)}`.execute(db),
      );
    for (const table of ['candidacy', ...closed]) await expect(count(table)).rejects.toThrow(/permission denied/);
    // Of these it reads one dossier while a break-glass stands; none does.
    for (const table of ['dossier_head', 'dossier_identity', 'dossier_content', 'dossier_specialism']) {
      expect([table, (await count(table)).rows]).toEqual([table, [{ n: 0 }]]);
    }
  });

  test('reaches no face but its own, and nobody else reaches its counts', async () => {
    for (const root of ['desk { school { slug } }', 'me { id }', 'reading { readings(first: 1) { edges { cursor } } }'])
      expect((await chair.ask(`{ ${root} }`, {}, asConsortium)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const officer = await world.member('imt-mines-albi', ['OFFICER'], 'Ophélie');
    const candidate = await world.candidate('Xavier');
    for (const person of [officer, candidate]) {
      expect((await person.ask(counts, { c: campaignId })).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await person.ask(counts, { c: campaignId }, asConsortium)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('B-13 a school’s administrator gives nobody the consortium’s right, nor a function in another school', async () => {
    const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Alix');
    const [albi, ales] = await world.sql<{ id: string }>(
      `select id from app.school where slug in ('imt-mines-albi', 'imt-mines-ales') order by slug`,
    );
    const hat = schoolHat(admin.accountId, albi?.id ?? '', ['ADMIN']);
    const person = { email: 'friend@example.org', displayName: 'Friend' };
    const asAdmin = (to: Parameters<typeof invite>[1]['to']) =>
      inWork(world.gateway.binding, hat, (work) => invite(work, { ...person, to }));
    await expect(asAdmin('CONSORTIUM')).rejects.toThrow(/permission denied/);
    await expect(asAdmin({ schoolId: ales?.id ?? '', functions: ['OBSERVER'] })).rejects.toThrow(/row-level security/);
    const right = inWork(world.gateway.binding, hat, ({ db }) =>
      sql`insert into app.consortium_right (id, account_id, display_name) values (gen_random_uuid(), ${admin.accountId}, 'x')`.execute(
        db,
      ),
    );
    await expect(right).rejects.toThrow(/permission denied/);
  });

  test('a school’s administrator neither makes campaigns nor changes who takes part', async () => {
    const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Adeline');
    const input = { campaignId, expectedVersion: 2, idempotencyKey: freshKey() };
    const schoolIds: string[] = [];
    for (const [mutation, more] of [
      ['openCampaign', {}],
      ['archiveCampaign', {}],
      ['setMembers', { schoolIds }],
      ['moveMilestone', { kind: 'CLOSING', at: '2027-12-01T00:00:00Z', reason: 'x' }],
    ] as const) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
      expect((await admin.ask(document, { input: { ...input, ...more } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('gets the same answer for a campaign that is not there as for an id of nothing', async () => {
    const document = 'query ($id: ID!) { consortium { campaign(id: $id) { version } } }';
    const absent = Buffer.from('Campaign:00000000-0000-4000-8000-00000000dead').toString('base64url');
    const answers = await Promise.all([absent, 'nonsense', ''].map((id) => chair.ask(document, { id }, asConsortium)));
    expect(new Set(answers.map(({ body }) => body.replaceAll(/"cost":\{[^}]*\}/g, ''))).size).toBe(1);
    expect(answers[0]?.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
