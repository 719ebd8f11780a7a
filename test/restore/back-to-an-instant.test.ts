import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { migrate } from '@guichet/database/session/migrate';
import { createGateway } from '@guichet/gateway/gateway';
import { databaseOf, flushLog, makeBackUp } from '@guichet/platform/back-up/make-back-up';
import { type MailCatcher, startMailCatcher } from '@guichet/platform/mail-catcher/mail-catcher';
import { restoreBase } from '@guichet/platform/restore/restore-base';
import { restorationWords } from '@guichet/platform/restore/told';
import { startWorker } from '@guichet/worker/worker';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type Actor, actor } from '../world/actor.ts';
import { completeDossier, submit } from '../world/dossier.ts';
import { askToRevoke, type HeldKey, madeKey, systemWith } from '../world/key-desk.ts';
import { secret } from '../world/server.ts';
import type { World } from '../world/world.ts';
import { aBackedUpWorld, type BackedUp, clockOf, orderOf, rowsOf, whileServed } from './backed-up.ts';

const slug = '{ desk { school { slug } } }';
let live: BackedUp;
let catcher: MailCatcher | undefined;
let admin: Actor;
let kept: HeldKey;
let revoked: HeldKey;
/** Instants between two acknowledged submissions, and who was acknowledged by then. */
const acknowledged: { readonly at: Temporal.Instant; readonly references: readonly string[] }[] = [];

beforeAll(async () => {
  live = await aBackedUpWorld();
  const { world, server, backupFolder, dataFolder, database } = live;
  const people = await Promise.all(['Awa', 'Bruno', 'Chloé', 'Driss'].map((name) => world.candidate(name)));
  const held = await Promise.all(
    people.map((person) => completeDossier(person, { schools: ['imt-mines-albi', 'imt-mines-ales'] })),
  );
  mkdirSync(join(dataFolder, 'files', 'ab'), { recursive: true });
  for (const number of [1, 2, 3]) writeFileSync(join(dataFolder, 'files', 'ab', `${number}.pdf`), `file ${number}`);
  await makeBackUp({ administratorUrl: server.url, database, backupFolder, filesFolder: join(dataFolder, 'files') });
  admin = await world.member('imt-mines-albi', ['ADMIN'], 'systems');
  [kept, revoked] = [await madeKey(admin, ['CANDIDACIES_READ']), await madeKey(admin, ['CANDIDACIES_READ'])];
  for (const [index, person] of people.entries()) {
    const dossier = held[index];
    if (dossier) await submit(person, dossier);
    acknowledged.push({ at: await clockOf(server.url), references: held.slice(0, index + 1).map(({ reference }) => reference) });
  }
  expect((await systemWith(world, revoked.secret).ask(slug)).status).toBe(200);
  // What happens after the instants, and what a restore to one of them knows nothing of.
  await askToRevoke(admin, revoked.id);
  catcher = await startMailCatcher();
  await workedOff(world.ownerUrl, () => catcher?.messages().length === people.length);
  await flushLog(server.url);
}, 300_000);
afterAll(async () => {
  await catcher?.stop();
  await live.close();
});

/** A worker runs until all is done, and two seconds longer. */
async function workedOff(databaseUrl: string, isDone: () => boolean): Promise<void> {
  const log = pino({ level: 'silent' });
  const url = 'http://guichet.test';
  const worker = await startWorker({
    databaseUrl,
    secret,
    smtpUrl: catcher?.smtpUrl ?? '',
    mailFrom: 'Guichet <g@guichet.test>',
    url,
    log,
  });
  while (!isDone()) await pause(50);
  await pause(2000);
  await worker.stop();
}

const submittedIn = async (url: string) =>
  (
    await rowsOf<{ reference: string }>(
      databaseOf(url, live.database),
      'select distinct a.reference from app.snapshot s join app.application a on a.id = s.application_id order by 1',
    )
  ).map(({ reference }) => reference);

test('H-17 restored to an instant between two acknowledgements, exactly the submissions acknowledged by then are there, and what was sent or revoked since is neither sent again nor valid', async () => {
  const [, asked] = acknowledged;
  const place = live.emptyPlace('instant');
  const restoration = await restoreBase(orderOf(live, place, asked?.at ?? null));
  const { restoredTo, fenced } = restoration;
  expect(Temporal.Instant.compare(Temporal.Instant.from(restoredTo), asked?.at ?? restoredTo)).toBe(-1);
  await whileServed(place, async ({ url }) => {
    expect(await submittedIn(url)).toEqual([...(asked?.references ?? [])].toSorted());
    const rows = await rowsOf(databaseOf(url, live.database), 'select count(*)::int as count from app.candidacy');
    expect(rows).toEqual([{ count: 4 }]);
    await expectFenced(url);
  });
  expect(fenced).toMatchObject({ keys: 2, mails: 2 });
  expect(fenced.sessions).toBeGreaterThanOrEqual(4);
  expect(restorationWords(restoration).join(' ')).toContain('Held back: 2 mails');
});

/** Nobody is let in by what was true then, and two receipts that were sent since, and wait in these rows, are not sent again. */
async function expectFenced(administratorUrl: string): Promise<void> {
  const ownerUrl = databaseOf(await prepareOwner(administratorUrl), live.database);
  await migrate(ownerUrl, secret);
  const restored = databaseOf(administratorUrl, live.database);
  const gateway = await createGateway({
    databaseUrl: ownerUrl,
    secret,
    url: 'http://127.0.0.1:4000',
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    connections: 2,
  });
  try {
    const returning = actor(gateway, { ...admin, origin: 'http://127.0.0.1:4000' });
    expect((await returning.ask('{ account { email } }')).status).toBe(401);
    for (const { secret: words } of [kept, revoked])
      expect((await systemWith({ gateway } as World, words).ask(slug)).status).toBe(401);
  } finally {
    await gateway.close();
  }
  await workedOff(ownerUrl, () => true);
  expect(catcher?.messages()).toHaveLength(acknowledged.length);
  const held = await rowsOf(restored, `select state, cause from app.mail_delivery where cause = 'RESTORED'`);
  expect(held).toEqual([
    { state: 'GIVEN_UP', cause: 'RESTORED' },
    { state: 'GIVEN_UP', cause: 'RESTORED' },
  ]);
}

test('H-17 without an instant everything acknowledged comes back, with its files, and nothing is written over what is there', async () => {
  const place = live.emptyPlace('newest');
  await restoreBase(orderOf(live, place));
  await whileServed(place, async ({ url }) => {
    expect(await submittedIn(url)).toEqual([...(acknowledged.at(-1)?.references ?? [])].toSorted());
  });
  expect(readFileSync(join(place, 'files', 'ab', '2.pdf'), 'utf8')).toBe('file 2');
  await expect(restoreBase(orderOf(live, place))).rejects.toThrow('is there already, and nothing is written over it');
});

test('H-17 a restore that finds one of its files damaged leaves nothing behind, and goes through once the file is mended', async () => {
  const place = live.emptyPlace('damaged');
  const store = join(live.backupFolder, 'files');
  const [name] = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((each) => each.length > 60);
  const stored = join(store, name ?? '');
  const whole = readFileSync(stored);
  writeFileSync(
    stored,
    whole.map((byte) => byte ^ 0xff),
  );
  await expect(restoreBase(orderOf(live, place))).rejects.toThrow('of the back-up is not what it was');
  expect(readdirSync(place).filter((each) => /^(?:database|files)$|restoring/.test(each))).toEqual([]);
  writeFileSync(stored, whole);
  await restoreBase(orderOf(live, place));
  expect(readFileSync(join(place, 'files', 'ab', '1.pdf'), 'utf8')).toBe('file 1');
});

test('H-18 while one back-up is made a second is refused, and the draft of the first is left alone; what a killed one left is swept', async () => {
  const { server, backupFolder, database, dataFolder } = live;
  const order = { administratorUrl: server.url, database, backupFolder, filesFolder: join(dataFolder, 'files') };
  const draft = join(backupFolder, `.draft-${process.ppid}`);
  mkdirSync(draft);
  await expect(makeBackUp(order)).rejects.toThrow(`Process ${process.ppid} is making a back-up`);
  expect(existsSync(draft)).toBe(true);
  renameSync(draft, join(backupFolder, '.draft-99999999'));
  await makeBackUp(order);
  expect(readdirSync(backupFolder).filter((each) => each.startsWith('.draft-'))).toEqual([]);
});

test('H-17 an instant before every back-up, and another secret, are refused in words before anything is written', async () => {
  const early = Temporal.Instant.from('2020-01-01T00:00:00Z');
  await expect(restoreBase(orderOf(live, live.emptyPlace('never'), early))).rejects.toThrow('No back-up is older than');
  const other = { ...orderOf(live, live.emptyPlace('never')), secret: 'another secret, long enough for production' };
  await expect(restoreBase(other)).rejects.toThrow('made under another secret');
  expect(existsSync(live.emptyPlace('never'))).toBe(false);
});
