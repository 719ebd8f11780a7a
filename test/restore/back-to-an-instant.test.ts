import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf, flushLog, makeBackUp } from '@guichet/platform/back-up/make-back-up';
import { restoreBase } from '@guichet/platform/restore/restore-base';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { completeDossier, submit } from '../world/dossier.ts';
import { aBackedUpWorld, type BackedUp, clockOf, orderOf, rowsOf, whileServed } from './backed-up.ts';

let live: BackedUp;
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
  for (const [index, person] of people.entries()) {
    const dossier = held[index];
    if (dossier) await submit(person, dossier);
    acknowledged.push({ at: await clockOf(server.url), references: held.slice(0, index + 1).map(({ reference }) => reference) });
  }
  await flushLog(server.url);
}, 120_000);
afterAll(() => live.close());

const submittedIn = async (url: string) =>
  (
    await rowsOf<{ reference: string }>(
      databaseOf(url, live.database),
      'select distinct a.reference from app.snapshot s join app.application a on a.id = s.application_id order by 1',
    )
  ).map(({ reference }) => reference);

test('H-17 restored to an instant between two acknowledgements, exactly the submissions acknowledged by then are there, whole', async () => {
  for (const index of [1, 2]) {
    const place = live.emptyPlace(`instant-${index}`);
    const asked = acknowledged[index];
    const { restoredTo } = await restoreBase(orderOf(live, place, asked?.at ?? null));
    expect(Temporal.Instant.compare(Temporal.Instant.from(restoredTo), asked?.at ?? restoredTo)).toBe(-1);
    await whileServed(place, async ({ url }) => {
      expect(await submittedIn(url)).toEqual([...(asked?.references ?? [])].toSorted());
      const [{ count }] = (await rowsOf(databaseOf(url, live.database), 'select count(*)::int from app.candidacy')) as [
        { count: number },
      ];
      expect(count).toBe(2 * (index + 1));
    });
  }
});

test('H-17 without an instant everything acknowledged comes back, with its files, and nothing is written over what is there', async () => {
  const place = live.emptyPlace('newest');
  await restoreBase(orderOf(live, place));
  await whileServed(place, async ({ url }) => {
    expect(await submittedIn(url)).toEqual([...(acknowledged.at(-1)?.references ?? [])].toSorted());
  });
  expect(readFileSync(join(place, 'files', 'ab', '2.pdf'), 'utf8')).toBe('file 2');
  await expect(restoreBase(orderOf(live, place))).rejects.toThrow('is there already, and nothing is written over it');
});

test('H-17 an instant before every back-up, and another secret, are refused in words before anything is written', async () => {
  const early = Temporal.Instant.from('2020-01-01T00:00:00Z');
  await expect(restoreBase(orderOf(live, live.emptyPlace('never'), early))).rejects.toThrow('No back-up is older than');
  const other = { ...orderOf(live, live.emptyPlace('never')), secret: 'another secret, long enough for production' };
  await expect(restoreBase(other)).rejects.toThrow('made under another secret');
  expect(existsSync(live.emptyPlace('never'))).toBe(false);
});
