import { randomUUID } from 'node:crypto';
import { rememberPerson } from '@guichet/admissions/account/remember-person';
import { candidateHat, personHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork, type Work } from '@guichet/database/session/work';
import { foldTotals } from '@guichet/worker/totals/fold-totals';
import { recountTotals } from '@guichet/worker/totals/recount-totals';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { submitted } from '../world/dossier.ts';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
let worker: Binding;
let campaignId: string;
let schools: readonly { readonly id: string; readonly notice: string }[];

beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 4 });
  worker = { ...world.gateway.binding, orm };
  const [campaign] = await world.sql<{ id: string }>('select id from app.campaign');
  campaignId = campaign?.id ?? '';
  schools = await world.sql('select s.id, n.id as notice from app.school s join app.notice_version n on n.school_id = s.id');
});
afterAll(async () => {
  await worker.orm.close();
  await world.close();
});

/** Numbers from one seed, so that a failure can be played again (mulberry32). */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

class RolledBack extends Error {}

interface Filed {
  readonly accountId: string;
  readonly candidateId: string;
  readonly applicationId: string;
  readonly candidacies: readonly { readonly schoolId: string; readonly id: string; isWithdrawn: boolean }[];
}

async function file(work: Work, { candidateId, applicationId, candidacies }: Filed) {
  const at = work.asOf.toString();
  await sql`insert into app.application (candidate_id, id, campaign_id, reference, created_at)
    values (${candidateId}, ${applicationId}, ${campaignId}, ${randomUUID()}, ${at})`.execute(work.db);
  await sql`update app.application set state = 'SUBMITTED', submitted_at = ${at} where id = ${applicationId}`.execute(work.db);
  await sql`insert into app.snapshot (candidate_id, id, application_id, number, content, digest, received_at)
    values (${candidateId}, gen_random_uuid(), ${applicationId}, 1, '{}', '', ${at})`.execute(work.db);
  for (const { schoolId, id } of candidacies) {
    const notice = schools.find((school) => school.id === schoolId)?.notice;
    await sql`insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number)
      values (${schoolId}, ${id}, ${candidateId}, ${campaignId}, ${notice}, ${at}, 'RECEIVED', 1, 1)`.execute(work.db);
    await sql`insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id)
      values (${candidateId}, ${schoolId}, ${id}, ${campaignId})`.execute(work.db);
  }
}

const withdraw = (work: Work, candidateId: string, { schoolId, id }: Filed['candidacies'][number]) =>
  sql`insert into app.withdrawal (school_id, id, candidacy_id, candidate_id, dossier_number, reason, at)
    values (${schoolId}, gen_random_uuid(), ${id}, ${candidateId}, 1, 'OTHER', ${work.asOf.toString()})`.execute(work.db);

/** An act as its candidate; one in ten is rolled back, and then says so. */
async function acting(filed: Filed, isKept: boolean, act: (work: Work) => Promise<unknown>): Promise<boolean> {
  try {
    await inWork(world.gateway.binding, candidateHat(filed.accountId, filed.candidateId), async (work) => {
      await act(work);
      if (!isKept) throw new RolledBack();
    });
    return true;
  } catch (error) {
    if (error instanceof RolledBack) return false;
    throw error;
  }
}

test('G-17 after 300 random acts, one in ten rolled back, folded at random moments, the totals are what a recount says', async () => {
  const next = random(7);
  const standing: Filed[] = [];
  for (let step = 0; step < 300; step += 1) {
    if (next() < 0.05) await foldTotals(worker);
    const isKept = next() >= 0.1;
    const open = standing.flatMap((filed) =>
      filed.candidacies.filter((each) => !each.isWithdrawn).map((each) => ({ filed, each })),
    );
    const picked = open[Math.floor(next() * open.length)];
    if (picked && next() < 0.5) {
      if (await acting(picked.filed, isKept, (work) => withdraw(work, picked.filed.candidateId, picked.each)))
        picked.each.isWithdrawn = true;
    } else {
      const filed = await newcomer(schools.filter(() => next() < 0.6).map(({ id }) => id));
      if (await acting(filed, isKept, (work) => file(work, filed))) standing.push(filed);
    }
  }
  expect(await recountTotals(world.ownerUrl)).toEqual([]);
  while ((await foldTotals(worker)) > 0);
  expect(await world.sql('select from app.totals_delta')).toEqual([]);
  expect(await recountTotals(world.ownerUrl)).toEqual([]);
  const [sum] = await world.sql<{ n: number }>('select sum(n)::int as n from app.totals');
  expect(sum?.n).toBe(standing.reduce((total, { candidacies }) => total + candidacies.length, 0));
}, 60_000);

async function newcomer(schoolIds: readonly string[]): Promise<Filed> {
  const accountId = randomUUID();
  const candidateId = randomUUID();
  await inWork(world.gateway.binding, personHat(accountId), async (work) => {
    await rememberPerson(work, { email: `${accountId}@candidat.example`, locale: 'fr' });
    await sql`insert into app.candidate (id, account_id, is_synthetic) values (${candidateId}, ${accountId}, false)`.execute(
      work.db,
    );
  });
  const candidacies = schoolIds.map((schoolId) => ({ schoolId, id: randomUUID(), isWithdrawn: false }));
  return { accountId, candidateId, applicationId: randomUUID(), candidacies };
}

test('a true submission is counted the same, and a count that drifts is told with its place', async () => {
  await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi'] });
  expect(await recountTotals(world.ownerUrl)).toEqual([]);
  const [albi] = await world.sql<{ id: string }>(`select id from app.school where slug = 'imt-mines-albi'`);
  await world.sql(`update app.totals set n = n + 1 where school_id = $1 and state = 'RECEIVED'`, [albi?.id]);
  const [drift, ...others] = await recountTotals(world.ownerUrl);
  expect(others).toEqual([]);
  expect(drift).toMatchObject({ campaignId, schoolId: albi?.id, what: 'RECEIVED' });
  expect((drift?.kept ?? 0) - (drift?.counted ?? 0)).toBe(1);
});

test('a recount leaves every wall as it was', async () => {
  await recountTotals(world.ownerUrl);
  const open = await world.sql(`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`);
  expect(open).toEqual([]);
});

test('G-13 two workers that fold at once fold each change once', async () => {
  await submitted(await world.candidate('Paul'), { schools: ['imt-mines-albi', 'imt-mines-ales'] });
  const before = await recountTotals(world.ownerUrl);
  await Promise.all([foldTotals(worker), foldTotals(worker), foldTotals(worker)]);
  expect(await recountTotals(world.ownerUrl)).toEqual(before);
});
