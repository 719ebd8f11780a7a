import { sha256 } from '@guichet/admissions/application/school-copies';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { demonstrationCampaign } from '@guichet/platform/campaign-file/demonstration-campaign';
import { campaignFacts } from '@guichet/platform/seed/campaign-facts';
import { loadDossiers } from '@guichet/platform/seed/load-dossiers';
import { syntheticFacts } from '@guichet/platform/synthetic/synthetic-dossier';
import { syntheticDossiers } from '@guichet/platform/synthetic/synthetic-dossiers';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { completeDossier } from '../world/dossier.ts';
import { aWorld, type World } from '../world/world.ts';

jest.setTimeout(60_000);

const count = 120;
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

async function load(seed: number, isProduction = false): Promise<void> {
  const [row] = await world.sql<{ id: string }>("select id from app.campaign where slug = 'astg3-2027'");
  const campaign = await campaignFacts(world.gateway.binding, row?.id ?? '');
  const facts = syntheticFacts(demonstrationCampaign(campaign), Temporal.Instant.from('2027-02-01T09:00:00Z'));
  const dossiers = syntheticDossiers({ seed, count, facts });
  await loadDossiers({ campaign, seed, count, dossiers }, { ownerUrl: world.ownerUrl, isProduction });
}

const wallsOpen = () =>
  world.sql(`select c.relname as table from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
      and not (c.relrowsecurity and c.relforcerowsecurity)
    union all select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'app'::regnamespace and t.tgenabled <> 'O'`);

test('after a load row-level security is forced and every effect awake again', async () => {
  await load(1);
  expect(await wallsOpen()).toEqual([]);
  expect(await world.sql("select tgname from pg_trigger where tgname = 'counts_received'")).toHaveLength(1);
});

test('totals are those of a recount', async () => {
  const counted =
    await world.sql(`select s.slug, c.state, count(*)::int as n from app.candidacy c join app.school s on s.id = c.school_id
    group by 1, 2 order by 1, 2`);
  const totals =
    await world.sql(`select s.slug, t.state, sum(t.n)::int as n from (select school_id, state, n from app.totals union all
    select school_id, state, delta from app.totals_delta) t join app.school s on s.id = t.school_id group by 1, 2 order by 1, 2`);
  expect(totals).toEqual(counted);
  const [arrived] = await world.sql("select sum(n)::int as n from app.campaign_totals where measure = 'ARRIVED'");
  expect(arrived).toEqual({ n: count });
});

test('a seeded copy bears the digest a submission would have given it, and every candidate is marked', async () => {
  const copies = await world.sql<{ digest: string; read: object }>(`select h.digest, jsonb_build_object('reference', h.reference,
      'specialismIds', (select jsonb_agg(s.specialism_id order by s.position) from app.dossier_specialism s where s.candidacy_id = h.candidacy_id))
      || i.identity || c.content as read
    from app.dossier_head h join app.dossier_identity i using (school_id, candidacy_id, number) join app.dossier_content c using (school_id, candidacy_id, number)`);
  expect(copies.length).toBeGreaterThan(count);
  expect(copies.filter(({ digest, read }) => digest !== sha256(canonicalJson(read)))).toEqual([]);
  expect(await world.sql('select from app.candidate where not is_synthetic')).toEqual([]);
});

test('a school’s rows tell nothing of the order in which candidates or ranks came', async () => {
  const [row] = await world.sql<{
    same: number;
  }>(`select count(*) filter (where a.school_id < b.school_id)::float / count(*) as same
    from app.candidacy a join app.candidacy b on b.candidate_id = a.candidate_id and b.ctid > a.ctid`);
  expect(row?.same).toBeGreaterThan(0.3);
  expect(row?.same).toBeLessThan(0.7);
});

test('nothing is loaded in production, nor where a real dossier lies', async () => {
  await expect(load(2, true)).rejects.toThrow(/never loaded in production/);
  await completeDossier(await world.candidate('Claire'), { schools: ['imt-mines-albi'] });
  await expect(load(2)).rejects.toThrow(/a dossier that is not synthetic/);
  expect(await wallsOpen()).toEqual([]);
});
