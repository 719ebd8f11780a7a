import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '../../world/actor.ts';
import {
  type Attempt,
  acted,
  attempt,
  completeDossier,
  freshKey,
  type HeldDossier,
  nextAct,
  openCampaign,
} from '../../world/dossier.ts';
import { counts } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales'];
const closing = Temporal.Instant.from('2027-04-06T21:59:00Z');
const tooLate = {
  code: 'DEADLINE_PASSED',
  message: 'La clôture est passée depuis le mardi 6 avril 2027 à 23\u00a0h\u00a059 (heure de Paris). Rien n’a été modifié.',
  path: null,
  closedAt: '2027-04-06T21:59:00.000Z',
};

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(() => world.at('2027-04-06T20:00:00Z'));
afterAll(() => world.close());

const submission = (held: HeldDossier) => ({ ...nextAct(held), statementDigest: held.statementDigest });

describe('the deadline', () => {
  test('G-09 G-10 takes what the database’s clock received up to that very instant, whatever other clocks say, and nothing after', async () => {
    const claire = await world.candidate('Claire');
    let held = await completeDossier(claire, { schools });
    for (const milliseconds of [-50, -10, -1, 0, 1, 10, 50]) {
      await world.at(closing.add({ milliseconds }).toString());
      const { application, userErrors } = await attempt(claire, 'submitApplication', submission(held));
      const isInTime = milliseconds <= 0;
      expect([milliseconds, application !== null, userErrors.map(({ code }) => code)]).toEqual([
        milliseconds,
        isInTime,
        isInTime ? [] : ['DEADLINE_PASSED'],
      ]);
      if (!isInTime) continue;
      await world.at('2027-04-06T20:00:00Z');
      held = await acted(claire, { ...held, version: application.version }, ['recallApplication', {}]);
    }
    await world.at(closing.add({ nanoseconds: 1000 }).toString());
    expect((await attempt(claire, 'submitApplication', submission(held))).userErrors).toEqual([tooLate]);
  });

  test('refuses late sections, recalls and new dossiers, and changes nothing', async () => {
    const anne = await world.candidate('Anne');
    const lateComer = await world.candidate('Retardataire');
    const held = await completeDossier(anne, { schools });
    const campaign = await openCampaign(anne);
    await world.at(closing.add({ milliseconds: 1 }).toString());
    for (const [mutation, input] of [
      ['saveAnswers', { answers: { motivation: 'Trop tard.' } }],
      ['saveIdentity', { identity: { lastName: 'Tard' } }],
      ['chooseExamCentre', { examCentreId: null }],
      ['submitApplication', { statementDigest: held.statementDigest }],
    ] as const) {
      expect((await attempt(anne, mutation, { ...nextAct(held), ...input })).userErrors).toEqual([tooLate]);
    }
    const created = { campaignId: campaign.id, idempotencyKey: freshKey(), isPartnerStudent: false };
    expect((await attempt(lateComer, 'createApplication', created)).userErrors).toEqual([tooLate]);
    expect(await counts(world, anne)).toMatchObject({ snapshots: 0, candidacies: 0, receipts: 0 });
  });
});

test('the deadline is told in the zone of its campaign, named, in the language asked for', async () => {
  const rose = await world.candidate('Rose');
  const held = await completeDossier(rose, { schools });
  await world.sql(`update app.campaign set zone = 'Indian/Reunion'`);
  await world.at(closing.add({ milliseconds: 1 }).toString());
  const { data } = await rose.ask(
    'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { userErrors { message } } }',
    { input: submission(held) },
    { headers: { 'accept-language': 'en' } },
  );
  expect(data.submitApplication.userErrors).toEqual([
    { message: 'The deadline passed on Wednesday, 7 April 2027 at 1:59 (Indian/Reunion). Nothing was changed.' },
  ]);
  await world.sql(`update app.campaign set zone = 'Europe/Paris'`);
});

/** Sends a submission while somebody holds the dossier's row, does something, then lets it go. */
async function whileWaiting(person: Actor, held: HeldDossier, meanwhile: () => Promise<unknown>): Promise<Attempt> {
  const holder = new Client({ connectionString: world.administratorUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select from app.application where reference = $1 for update', [held.reference]);
    const sent = attempt(person, 'submitApplication', submission(held));
    const isWaiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    for (let tries = 0; tries < 200 && (await world.sql(isWaiting)).length === 0; tries++)
      await holder.query('select pg_sleep(0.005)');
    expect(await world.sql(isWaiting)).toHaveLength(1);
    await meanwhile();
    await holder.query('commit');
    return await sent;
  } finally {
    await holder.end();
  }
}

describe('a submission that waits for a lock', () => {
  test('G-09 G-12 across the deadline is judged by when it was received', async () => {
    const lea = await world.candidate('Léa');
    const held = await completeDossier(lea, { schools });
    await world.at(closing.subtract({ milliseconds: 50 }).toString());
    const { application } = await whileWaiting(lea, held, () => world.at(closing.add({ seconds: 1 }).toString()));
    expect(application).toMatchObject({ state: 'SUBMITTED', submittedAt: '2027-04-06T21:58:59.950Z' });
  });

  test('G-11 is judged by the deadline read in its own transaction: moved earlier it refuses, moved later it takes', async () => {
    const move = (to: string) => world.sql('update app.campaign set closes_at = $1', [to]);
    const mia = await world.candidate('Mia');
    const held = await completeDossier(mia, { schools });
    const shortened = await whileWaiting(mia, held, () => move('2027-04-06T19:00:00Z'));
    expect(shortened.userErrors).toMatchObject([{ code: 'DEADLINE_PASSED', closedAt: '2027-04-06T19:00:00.000Z' }]);
    const extended = await whileWaiting(mia, held, () => move('2027-04-13T21:59:00Z'));
    expect(extended.application).toMatchObject({ state: 'SUBMITTED' });
    await move(closing.toString());
  });
});
