import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../../world/actor.ts';
import { asConsortium, campaignAct, codes } from '../../../world/consortium.ts';
import { freshKey, submitted } from '../../../world/dossier.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let chair: Actor;
let campaignId: string;

const copied = (more: object = {}) =>
  campaignAct(chair, 'copyCampaign', {
    campaignId,
    slug: 'astg3-2028',
    name: { fr: 'ASTG3 2028', en: 'ASTG3 2028' },
    opensOn: '2028-03-01',
    ...more,
  });

/** How many rows each table holds. */
async function counts(): Promise<Readonly<Record<string, number>>> {
  const tables = await world.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1`,
  );
  const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from app.${name}`);
  const rows = await world.sql<{ name: string; n: number }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
  campaignId = (await world.nobody.read('{ campaign(slug: "astg3-2027") { id } }')).campaign.id;
  await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi', 'imt-mines-ales'] });
});
afterAll(() => world.close());

describe('a new season from the last one', () => {
  test('holds its schools and what their notices say, as drafts, and not one row of anybody', async () => {
    const before = await counts();
    const key = freshKey();
    const { campaign, userErrors } = await copied({ idempotencyKey: key });
    expect(userErrors).toEqual([]);
    expect(campaign.campaign).toMatchObject({ slug: 'astg3-2028', state: 'DRAFT' });
    expect(campaign.members.map(({ school }: Selected) => school.slug)).toEqual([
      'imt-lille-douai',
      'imt-mines-albi',
      'imt-mines-ales',
    ]);
    expect(campaign.objections).toEqual([]);
    const after = await counts();
    const added = Object.entries(after).flatMap(([name, n]) => (n === before[name] ? [] : [[name, n - (before[name] ?? 0)]]));
    expect(Object.fromEntries(added)).toEqual({
      audit_person: 1,
      campaign: 1,
      campaign_member: 3,
      idempotency: 1,
      notice_draft: 3,
    });
    expect((await copied({ idempotencyKey: key })).campaign.campaign.id).toBe(campaign.campaign.id);
    expect(await counts()).toEqual(after);
  });

  test('says word for word what the notices in force say, under their first number', async () => {
    const rows = await world.sql<{ same: boolean }>(
      `select (d.rules - 'number') = (v.rules - 'number') and d.rules->>'number' = '1' as same
       from app.notice_draft d join app.campaign c on c.id = d.campaign_id and c.slug = 'astg3-2028'
       join lateral (select n.rules from app.notice_version n join app.campaign o on o.id = n.campaign_id and o.slug = 'astg3-2027'
         where n.school_id = d.school_id order by n.number desc limit 1) v on true`,
    );
    expect(rows).toEqual([{ same: true }, { same: true }, { same: true }]);
  });

  test('opens on the day asked for, and every date stands at the hour it had on the wall', async () => {
    const { campaigns } = (
      await chair.read(
        '{ consortium { campaigns(first: 10) { edges { node { campaign { slug entryYear calendar { kind at } } } } } } }',
        {},
        asConsortium,
      )
    ).consortium;
    const of = (slug: string) =>
      campaigns.edges.map(({ node }: Selected) => node.campaign).find((each: Selected) => each.slug === slug);
    const local = ({ at }: Selected) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Paris').toPlainDateTime();
    const [last, made] = [of('astg3-2027'), of('astg3-2028')];
    expect(local(made.calendar[0]).toPlainDate().toString()).toBe('2028-03-01');
    expect(made.calendar.map((each: Selected) => local(each).toPlainTime().toString())).toEqual(
      last.calendar.map((each: Selected) => local(each).toPlainTime().toString()),
    );
    const length = ({ calendar: [opening, closing] }: Selected) =>
      local(opening).toPlainDate().until(local(closing).toPlainDate()).days;
    expect(length(made)).toBe(length(last));
  });

  test('is refused under a short name that is taken, and under a name that cannot stand; nothing is left of it', async () => {
    const before = await counts();
    expect(codes(await copied())).toEqual(['ALREADY_EXISTS']);
    expect(codes(await copied({ slug: 'A b', name: { fr: ' ', en: null } }))).toEqual(['SLUG_NOT_VALID', 'BLANK']);
    expect(await counts()).toEqual(before);
  });

  test('is the consortium’s to make: a school’s administrator may not, and an unknown campaign is not found', async () => {
    const document = 'mutation ($input: CopyCampaignInput!) { copyCampaign(input: $input) { campaign { version } } }';
    const input = {
      campaignId,
      slug: 'astg3-2029',
      name: { fr: 'ASTG3 2029' },
      opensOn: '2029-03-01',
      idempotencyKey: freshKey(),
    };
    const admin = await world.member('imt-mines-albi', ['ADMIN'], 'Anne');
    expect((await admin.ask(document, { input })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const unknown = { ...input, campaignId: 'Q2FtcGFpZ246bm90aGluZw' };
    expect((await chair.ask(document, { input: unknown }, asConsortium)).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
