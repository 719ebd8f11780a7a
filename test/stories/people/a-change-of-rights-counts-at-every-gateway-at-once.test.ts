import { hatsOf } from '@guichet/admissions/account/hats-of';
import { rowsThrough } from '@guichet/database/session/connection/rows-through';
import { personHat } from '@guichet/database/session/hat';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SmallGateway, smallGateway } from '../../tenancy/mixing/small-gateway.ts';
import type { Actor, Selected } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { freshKey, openCampaign, submitted } from '../../world/dossier.ts';
import { tokenIn } from '../../world/mails.ts';
import { aWorld, type World } from '../../world/world.ts';
import { invited, mailed } from './invited.ts';

const albi = 'imt-mines-albi';
const hatsAsked = '{ account { hats { kind membership { school { slug } functions person { displayName } } } } }';
const desk = '{ desk { school { slug } } }';

let world: World;
let other: SmallGateway;
beforeAll(async () => {
  world = await aWorld();
  other = await smallGateway(world, 2);
});
afterAll(async () => {
  await other.gateway.close();
  await world.close();
});

const accountOf = async ({ email }: Actor): Promise<string> => {
  const [row] = await world.sql<{ id: string }>('select id from auth."user" where email = $1', [email]);
  return row?.id ?? '';
};
const stampOf = async (account: string) =>
  (await world.sql<{ value: string }>('select value from standing.stamp where account_id = $1', [account]))[0]?.value ?? null;
/** The person at both doors, the second one's own memory included. */
const doorsOf = (person: Actor) => [person, other.at(person)];

describe('a right counts at every gateway from the moment the database has it', () => {
  test('taken away past every act, with the session left standing: the next request at either door is refused', async () => {
    const officer = await world.member(albi, ['OFFICER'], 'Odile');
    for (const door of doorsOf(officer))
      for (let times = 0; times < 2; times += 1) expect((await door.read(desk)).desk.school.slug).toBe(albi);
    await world.sql('update app.membership set ended_at = now() where account_id = $1', [await accountOf(officer)]);
    for (const door of doorsOf(officer)) expect((await door.ask(desk)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('while nothing changes they are read once a session: a request costs the session’s look-up and its own rows', async () => {
    const officer = await world.member(albi, ['OFFICER'], 'Élise');
    const asked = async () =>
      (await countStatements(() => officer.read(desk))).statements.filter((text) => /consortium_right/.test(text));
    await officer.read(desk);
    expect([...(await asked()), ...(await asked())]).toEqual([]);
    await world.sql(`update app.membership set display_name = 'Élise D.' where account_id = $1`, [await accountOf(officer)]);
    expect([(await asked()).length, (await asked()).length]).toEqual([1, 0]);
  });

  test('a session that ended is nobody’s, whatever was kept of it', async () => {
    const officer = await world.member(albi, ['OFFICER'], 'Fanny');
    for (const door of doorsOf(officer)) await door.read(desk);
    await world.sql('delete from auth.session where user_id = $1', [await accountOf(officer)]);
    for (const door of doorsOf(officer)) expect((await door.ask(desk)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('functions, names and memberships that were given are there at the next request', async () => {
    const person = await world.member(albi, ['OBSERVER'], 'Gaëlle');
    const told = async (door: Actor) =>
      (await door.read(hatsAsked)).account.hats.map(({ membership }: Selected) =>
        [membership.school.slug, membership.person.displayName, ...membership.functions].join(' '),
      );
    for (const door of doorsOf(person)) expect(await told(door)).toEqual([`${albi} ${person.email} OBSERVER`]);
    await world.sql(`update app.membership set functions = '{OFFICER}', display_name = 'Gaëlle B.' where account_id = $1`, [
      await accountOf(person),
    ]);
    for (const door of doorsOf(person)) expect(await told(door)).toEqual([`${albi} Gaëlle B. OFFICER`]);
    await world.joinSchool(person, 'imt-mines-ales', ['OBSERVER']);
    for (const door of doorsOf(person)) expect((await told(door)).toSorted()).toHaveLength(2);
  });

  test('without a stamp hats are read on every request', async () => {
    const officer = await world.member(albi, ['OFFICER'], 'Hugo');
    const account = await accountOf(officer);
    await world.sql('delete from standing.stamp where account_id = $1', [account]);
    for (const door of doorsOf(officer)) await door.read(desk);
    await world.sql('alter table app.membership disable trigger moves_stamp');
    try {
      await world.sql('update app.membership set ended_at = now() where account_id = $1', [account]);
    } finally {
      await world.sql('alter table app.membership enable trigger moves_stamp');
    }
    for (const door of doorsOf(officer)) expect((await door.ask(desk)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the stamp moves with all that hats are read from', () => {
  test('each table that tells hats has its trigger, and no other has', async () => {
    let text = '';
    const db = rowsThrough(async (statement) => {
      ({ text } = statement);
      return { rows: [{}], command: 'SELECT', rowCount: 1 };
    });
    await hatsOf({ db, hat: personHat('00000000-0000-4000-8000-00000000000a') });
    const read = [...new Set([...text.matchAll(/\bapp\.(\w+)/g)].map(([, table]) => table))];
    const triggers = await world.sql<{ t: string }>(
      `select distinct tgrelid::regclass::text as t from pg_trigger where tgfoid in ('app.move_stamp'::regproc, 'app.move_own_stamp'::regproc)`,
    );
    expect(read.length).toBeGreaterThan(4);
    expect(triggers.map(({ t }) => t.replace('app.', '')).toSorted()).toEqual(read.toSorted());
  });

  test('a person, a candidate and a dossier that come, and rights that come, change and go', async () => {
    const candidate = await world.candidate('Iris');
    const account = await accountOf(candidate);
    const seen = new Set<string | null>([await stampOf(account)]);
    const moved = async (what: string) => {
      const stamp = await stampOf(account);
      expect([what, seen.has(stamp)]).toEqual([what, false]);
      seen.add(stamp);
    };
    await submitted(candidate, { schools: [albi] });
    await moved('a dossier');
    await world.sql(`update app.person set locale = 'en' where account_id = $1`, [account]);
    await moved('the person');
    // Somebody is left to administer the consortium when this one’s right ends.
    const right = `insert into app.consortium_right (id, account_id, display_name) values (gen_random_uuid(), $1, 'Iris')`;
    for (const holder of [crypto.randomUUID(), account]) await world.sql(right, [holder]);
    await moved('a right of the consortium');
    await world.sql('update app.consortium_right set ended_at = now() where account_id = $1', [account]);
    await moved('its end');
    await world.sql('delete from app.consortium_right where account_id = $1', [account]);
    await moved('its row');
    await world.sql(
      `insert into app.membership (school_id, id, account_id, display_name, functions, version)
      select id, gen_random_uuid(), $1, 'Iris', '{OFFICER}', 1 from app.school where slug = $2`,
      [account, albi],
    );
    await moved('a membership');
    await world.sql('delete from app.membership where account_id = $1', [account]);
    await moved('the row of a membership');
    const [discarded] = await world.sql<{ c: string }>(
      `insert into app.candidate (id, account_id) values (gen_random_uuid(), gen_random_uuid()) returning account_id as c`,
    );
    expect(await stampOf(discarded?.c ?? '')).not.toBeNull();
  });

  test('what changes nothing moves nothing: a request that only reads, a dossier that is sent, what a candidate writes of themselves', async () => {
    const candidate = await world.candidate('Jeanne');
    await submitted(candidate, { schools: [albi] });
    const account = await accountOf(candidate);
    const before = await stampOf(account);
    await candidate.read('{ me { identity { lastName } } }');
    await world.sql('update app.candidate set is_synthetic = true where account_id = $1', [account]);
    expect([before === null, await stampOf(account)]).toEqual([false, before]);
  });
});

describe('whoever signs in has a stamp', () => {
  test('a new session brings the one that is missing, and leaves the one that is there', async () => {
    const person = await world.candidate('Karim');
    const account = await accountOf(person);
    await world.sql('delete from standing.stamp where account_id = $1', [account]);
    await world.signInAgain(person);
    const stamp = await stampOf(account);
    expect(stamp).not.toBeNull();
    await world.signInAgain(person);
    expect(await stampOf(account)).toBe(stamp);
  });

  test('a sign-in waits for nobody whose rights are being changed', async () => {
    const person = await world.candidate('Lila');
    const account = await accountOf(person);
    await world.sql('begin');
    await world.sql(`update app.person set locale = 'en' where account_id = $1`, [account]);
    try {
      await world.signInAgain(person);
    } finally {
      await world.sql('rollback');
    }
  });
});

describe('no act waits for the stamp that another act of its document moved', () => {
  test('a dossier is begun and an invitation accepted in one document', async () => {
    const admin = await world.member(albi, ['ADMIN'], 'Maud');
    const person = await world.candidate('Noé');
    const mail = await mailed(world, admin, invited(person.email, ['OBSERVER']));
    const { id } = await openCampaign(world.nobody);
    const document = `mutation ($create: CreateApplicationInput!, $accept: AcceptInvitationInput!) {
      createApplication(input: $create) { userErrors { code } } acceptInvitation(input: $accept) { userErrors { code } } }`;
    const answer = await person.ask(document, {
      create: { campaignId: id, isPartnerStudent: false, idempotencyKey: freshKey() },
      accept: { token: tokenIn(mail), idempotencyKey: freshKey() },
    });
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(answer.data).toMatchObject({ createApplication: { userErrors: [] }, acceptInvitation: { userErrors: [] } });
  });

  test('an administrator without a stamp gives up a function of their own, and goes on', async () => {
    const admin = await world.member(albi, ['ADMIN', 'OFFICER'], 'Paule');
    await world.member(albi, ['ADMIN'], 'Quitterie');
    const account = await accountOf(admin);
    const [held] = await world.sql<{ id: string }>('select id from app.membership where account_id = $1', [account]);
    await world.sql('delete from standing.stamp where account_id = $1', [account]);
    const set = 'mutation ($input: SetFunctionsInput!) { setFunctions(input: $input) { userErrors { code } } }';
    const input = {
      membershipId: encodeId('Membership', held?.id ?? ''),
      functions: ['ADMIN'],
      expectedVersion: 1,
      idempotencyKey: freshKey(),
    };
    expect((await admin.ask(set, { input })).data).toEqual({ setFunctions: { userErrors: [] } });
  });
});
