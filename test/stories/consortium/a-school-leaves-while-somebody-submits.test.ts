import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { attempt, completeDossier, nextAct } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test('a dossier submitted while one of its schools leaves is refused in words, and nothing is filed', async () => {
  const paul = await world.candidate('Paul');
  const held = await completeDossier(paul, { schools: ['imt-mines-albi', 'imt-mines-ales'] });
  const leaving = new Client({ connectionString: world.administratorUrl });
  await leaving.connect();
  await leaving.query('begin');
  await leaving.query(
    `delete from app.campaign_member m using app.school s where s.id = m.school_id and s.slug = 'imt-mines-ales'`,
  );
  const submitting = attempt(paul, 'submitApplication', { ...nextAct(held), statementDigest: held.statementDigest });
  await blocked();
  await leaving.query('commit');
  await leaving.end();
  const { userErrors, errors } = await submitting;
  expect(errors).toEqual([]);
  expect(userErrors).toMatchObject([{ code: 'MISSING_ITEM', path: ['choices', '1', 'schoolId'] }]);
  expect(await world.sql('select from app.candidacy')).toEqual([]);
  expect(await world.sql('select from app.snapshot')).toEqual([]);
});

/** Resolves once somebody waits for the row that is going. */
async function blocked() {
  const waiting = `select from pg_stat_activity where datname = current_database() and usename = 'app_login' and wait_event_type = 'Lock'`;
  while ((await world.sql(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
