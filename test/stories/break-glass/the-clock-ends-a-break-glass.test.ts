import { consortiumHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork } from '@guichet/database/session/work';
import { endBreakGlasses } from '@guichet/worker/break-glass/end-break-glasses';
import { mailFor, type Told } from '@guichet/worker/outbox/mail-for';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../../world/actor.ts';
import { type HeldDossier, submitted } from '../../world/dossier.ts';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';
import { broken, ownOnes } from './break-glass-desk.ts';

let world: World;
let worker: Binding;
let odile: Actor;
let marc: Actor;
let held: HeldDossier;

beforeAll(async () => {
  world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 });
  worker = { ...world.gateway.binding, orm };
  odile = await world.consortium('Odile');
  marc = await world.consortium('Marc');
  held = await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi', 'imt-mines-ales'] });
  await submitted(await world.candidate('Paul'), { schools: ['imt-mines-albi'] });
});
afterAll(async () => {
  await worker.orm.close();
  await world.close();
});

const of = (slug: string) => ({ schoolId: held.schoolIds[slug], reference: held.reference });
const rowsOf = (person: Actor, statement: string) =>
  inWork(world.gateway.binding, consortiumHat(person.accountId), async ({ db }) => (await sql.raw(statement).execute(db)).rows);
const classes = ['dossier_head', 'dossier_identity', 'dossier_content', 'dossier_specialism'];
const seen = async (person: Actor) =>
  Promise.all(classes.map(async (table) => (await rowsOf(person, `select school_id from app.${table}`)).length));

describe('the database itself', () => {
  test('B-15 opens four tables of one dossier at one school, to that administrator alone, and no confidential class', async () => {
    expect(await seen(odile)).toEqual([0, 0, 0, 0]);
    expect((await broken(odile, of('imt-mines-albi'))).userErrors).toEqual([]);
    expect(await seen(odile)).toEqual([1, 1, 1, 1]);
    expect(await seen(marc)).toEqual([0, 0, 0, 0]);
    for (const table of [
      'candidacy',
      'candidate',
      'filing',
      'choice',
      'preference',
      'disclosed_choices',
      'snapshot',
      'special_arrangement',
      'application',
    ])
      await expect(rowsOf(odile, `select 1 from app.${table}`)).rejects.toThrow(/permission denied/);
    for (const table of ['note', 'note_version', 'candidacy_label', 'opening', 'assignment', 'withdrawal', 'export_chunk'])
      await expect(rowsOf(odile, `select 1 from app.${table}`)).rejects.toThrow(/permission denied/);
    for (const table of classes) await expect(rowsOf(odile, `select candidate_id from app.${table}`)).rejects.toThrow(/denied/);
  });

  test('lets nobody say which candidacy it is, nor last longer, nor begin earlier, nor begin for another', async () => {
    const columns = '(school_id, id, principal_id, display_name, reference, candidacy_id, reason, at, ends_at)';
    const [row] = await world.sql<{ school: string; candidacy: string }>(
      `select school_id as school, id as candidacy from app.candidacy where id not in (select candidacy_id from app.break_glass) limit 1`,
    );
    const insert = (who: string, candidacy: string, [at, ends]: readonly [string, string]) =>
      rowsOf(
        odile,
        `insert into app.break_glass ${columns} values ('${row?.school}', gen_random_uuid(), '${who}', 'x', '${held.reference}',
          ${candidacy}, '${'x'.repeat(20)}', ${at}, ${ends})`,
      );
    const now = 'app.clock()';
    const inHalfAnHour = `app.clock() + interval '30 minutes'`;
    await expect(insert(odile.accountId, `'${row?.candidacy}'`, [now, inHalfAnHour])).rejects.toThrow(/row-level security/);
    await expect(insert(marc.accountId, 'null', [now, inHalfAnHour])).rejects.toThrow(/row-level security/);
    await expect(insert(odile.accountId, 'null', [now, `app.clock() + interval '31 minutes'`])).rejects.toThrow(/thirty_minutes/);
    await expect(
      insert(odile.accountId, 'null', [`app.clock() + interval '1 hour'`, `app.clock() + interval '80 minutes'`]),
    ).rejects.toThrow(/another time/);
  });
});

describe('after thirty minutes', () => {
  test('the gateway answers no dossier even before the worker comes, and the worker shuts the database, once', async () => {
    await world.later({ minutes: 29, seconds: 59 });
    expect((await ownOnes(odile))[0].dossier).not.toBeNull();
    expect(await endBreakGlasses(worker)).toBe(0);
    await world.later({ seconds: 1 });
    odile = await world.signInAgain(odile);
    expect((await ownOnes(odile))[0]).toMatchObject({ endedAt: null, dossier: null });
    const ended = await Promise.all([endBreakGlasses(worker), endBreakGlasses(worker)]);
    expect(ended.toSorted()).toEqual([0, 1]);
    expect((await ownOnes(odile))[0]).toMatchObject({ endedAt: '2027-02-01T09:30:00.000Z', dossier: null });
    expect(await seen(odile)).toEqual([0, 0, 0, 0]);
    expect(await world.sql(`select hat, network from app.audit_person where act = 'BREAK_GLASS_ENDED'`)).toEqual([
      { hat: 'consortium', network: null },
    ]);
  });

  test('five stand at once and no more; one that is over makes room', async () => {
    for (let standing = 0; standing < 5; standing += 1)
      expect((await broken(odile, of('imt-mines-albi'))).userErrors).toEqual([]);
    expect((await broken(odile, of('imt-mines-albi'))).userErrors).toMatchObject([{ code: 'TOO_MANY_STANDING' }]);
    await world.later({ minutes: 31 });
    odile = await world.signInAgain(odile);
    expect((await broken(odile, of('imt-mines-albi'))).userErrors).toEqual([]);
  });
});

describe('who is told', () => {
  const mails = async (email: string) => {
    const rows = await world.sql<Told>(
      `select o.id, o.kind, o.recipient_id as "recipientId", o.payload, o.sealed_link as "sealedLink" from app.outbox o
       join app.person p on p.account_id = o.recipient_id where p.email = $1 and o.kind like 'BREAK_GLASS%' order by o.at limit 1`,
      [email],
    );
    return Promise.all(rows.map((row) => mailFor(worker, row, 'http://guichet.test')));
  };

  test('the candidate: which school and when, never who nor why', async () => {
    const [mail] = await mails('claire@candidat.example');
    expect(mail?.subject).toBe('Votre dossier a été consulté par le consortium');
    expect(mail?.text).toContain('tel que l’a reçu IMT Mines Albi, le lundi 1er février 2027 à 10\u00a0h\u00a000');
    expect(mail?.text).not.toMatch(/Odile|illisible|Claire/);
  });

  test('every administrator of the school, in their language, without the candidate’s name', async () => {
    const [row] = await world.sql<{ id: string }>(
      `select account_id as id from app.person where email = 'admin@imt-mines-albi.example'`,
    );
    await world.sql(`update app.person set locale = 'en' where account_id = $1`, [row?.id]);
    const [mail] = await mails('admin@imt-mines-albi.example');
    expect(mail?.subject).toBe('The consortium is reading one of your school’s dossiers');
    expect(mail?.text).toContain('Odile, of the consortium, opened a dossier that IMT Mines Albi received');
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/Claire|Camille|illisible|ASTG3/);
    expect(await mails('admin@imt-mines-ales.example')).toEqual([]);
  });
});
