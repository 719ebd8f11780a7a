import { setTimeout as wait } from 'node:timers/promises';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '../../world/actor.ts';
import { act, attempt, completeDossier, freshKey, type HeldDossier, nextAct, shown } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let other: string;
let holder: Client;

beforeAll(async () => {
  world = await aWorld();
  holder = new Client({ connectionString: world.administratorUrl });
  await holder.connect();
  const [row] = await world.sql<{ id: string }>(`
    insert into app.campaign (id, slug, procedure, name_fr, entry_year, zone, opens_at, closes_at, max_choices, reply_policy, orals_mode,
      other_choices, fee_cents, required_ects, state, version)
    select gen_random_uuid(), 'another', procedure, 'Une autre', entry_year, zone, opens_at, closes_at, max_choices, reply_policy, orals_mode,
      other_choices, fee_cents, required_ects, state, 1 from app.campaign where slug = 'astg3-2027' returning id`);
  other = encodeId('Campaign', row?.id ?? '');
});
afterAll(async () => {
  await holder.end();
  await world.close();
});

/** A complete dossier in one campaign, and one just begun in another. */
async function bothOf(person: Actor) {
  const first = await completeDossier(person, { schools: ['imt-mines-albi'] });
  const input = { campaignId: other, idempotencyKey: freshKey(), isPartnerStudent: false };
  const { id, version } = await act(person, 'createApplication', input);
  return { first, second: { ...first, applicationId: String(id), version: Number(version), campaignId: other } };
}

/** Holds what the two dossiers share, so that whoever writes it waits. */
async function hold({ accountId }: Actor): Promise<void> {
  await holder.query('begin');
  await holder.query('select from app.candidate where account_id = $1 for no key update', [accountId]);
}

async function untilWaiting(count: number): Promise<void> {
  const text = `select from pg_locks l join pg_stat_activity a on a.pid = l.pid and a.datname = current_database() where not l.granted`;
  for (let turn = 0; turn < 100; turn++) {
    if ((await world.sql(text)).length === count) return;
    await wait(20);
  }
  throw new Error('Nobody came to wait');
}

const save = (person: Actor, held: HeldDossier, given: { readonly identity: object } | { readonly contact: object }) =>
  attempt(person, 'identity' in given ? 'saveIdentity' : 'saveContact', { ...nextAct(held), ...given });
const identity = 'identity { lastName firstNames } contact { city telephone }';

test('two windows that write one identity at once, each through its own dossier, both have what they wrote', async () => {
  const claire = await world.candidate('Claire');
  const { first, second } = await bothOf(claire);
  await hold(claire);
  const writing = [save(claire, first, { identity: { lastName: 'Neuf' } })];
  await untilWaiting(1);
  writing.push(save(claire, second, { identity: { firstNames: 'Anne' } }));
  await untilWaiting(2);
  await holder.query('commit');
  for (const { userErrors } of await Promise.all(writing)) expect(userErrors).toEqual([]);
  expect((await shown(claire, first, identity)).identity).toEqual({ lastName: 'Neuf', firstNames: 'Anne' });
});

test('and likewise for how they are reached', async () => {
  const lea = await world.candidate('Léa');
  const { first, second } = await bothOf(lea);
  await hold(lea);
  const writing = [save(lea, first, { contact: { city: 'Albi' } })];
  await untilWaiting(1);
  writing.push(save(lea, second, { contact: { telephone: '+33612345678' } }));
  await untilWaiting(2);
  await holder.query('commit');
  for (const { userErrors } of await Promise.all(writing)) expect(userErrors).toEqual([]);
  expect((await shown(lea, first, identity)).contact).toMatchObject({
    city: 'Albi',
    telephone: expect.stringContaining('612'),
  });
});

test('a submission neither waits for what is written through the other dossier nor freezes half of it', async () => {
  const anne = await world.candidate('Anne');
  const { first, second } = await bothOf(anne);
  const before = await shown(anne, first, identity);
  await hold(anne);
  const writing = save(anne, second, { identity: { lastName: 'Autre', firstNames: 'Autre' } });
  await untilWaiting(1);
  await act(anne, 'submitApplication', { ...nextAct(first), statementDigest: first.statementDigest });
  await holder.query('commit');
  expect((await writing).userErrors).toEqual([]);
  expect(await shown(anne, first, identity)).toEqual(before);
});
