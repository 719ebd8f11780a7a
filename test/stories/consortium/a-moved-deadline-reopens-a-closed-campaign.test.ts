import { moveMilestone } from '@guichet/admissions/campaign/move-milestone';
import { consortiumHat } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, beginWork } from '@guichet/database/session/work';
import { decodeId } from '@guichet/gateway/connection/node-id';
import { closeCampaignsByClock } from '@guichet/worker/campaign/close-campaigns';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { campaignAct, codes, setupOf } from '../../world/consortium.ts';
import { attempt, completeDossier, nextAct, submit } from '../../world/dossier.ts';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let worker: Binding;
let chair: Actor;
let campaignId: string;

beforeAll(async () => {
  world = await aWorld();
  worker = {
    ...world.gateway.binding,
    orm: await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 }),
  };
  chair = await world.consortium('Odile');
  campaignId = (await world.nobody.read('{ campaign(slug: "astg3-2027") { id } }')).campaign.id;
});
afterAll(async () => {
  await worker.orm.close();
  await world.close();
});

const at = async (instant: string) => {
  await world.at(instant);
  chair = await world.signInAgain(chair);
};
const standing = () => setupOf(chair, campaignId);
const move = async (input: object) =>
  campaignAct(chair, 'moveMilestone', {
    campaignId,
    expectedVersion: (await standing()).version,
    kind: 'CLOSING',
    reason: 'Panne du réseau universitaire',
    ...input,
  });
const closing = '2027-04-06T21:59:00.000Z';

describe('a deadline', () => {
  test('is not moved into the past, before the opening, without a reason; all objections at once', async () => {
    const refused = await move({ at: '2026-01-01T00:00:00Z', reason: ' ' });
    expect(codes(refused)).toEqual(['CLOSES_BEFORE_OPENING', 'NEW_DEADLINE_PASSED', 'BLANK']);
    expect(codes(await move({ kind: 'OPENING', at: '2027-03-01T00:00:00Z' }))).toEqual(['NOT_IN_THIS_STATE']);
    expect((await standing()).campaign.calendar[1].at).toBe(closing);
  });

  test('passes, and the clock closes the campaign once, in its own name', async () => {
    await at('2027-04-06T21:59:00Z');
    expect(await closeCampaignsByClock(worker)).toBe(0);
    await at('2027-04-06T21:59:00.001Z');
    expect(await closeCampaignsByClock(worker)).toBe(1);
    expect(await closeCampaignsByClock(worker)).toBe(0);
    expect((await standing()).campaign.state).toBe('CLOSED');
    const trail = await world.sql(`select principal_id::text as who from app.audit_person where act = 'CAMPAIGN_CLOSED'`);
    expect(trail).toEqual([{ who: '00000000-0000-4000-8000-000000000001' }]);
  });

  test('moved ahead of now opens the campaign again: author and reason stand, and who was late is in time', async () => {
    await at('2027-04-06T10:00:00Z');
    let claire = await world.candidate('Claire');
    const held = await completeDossier(claire, { schools: ['imt-mines-albi'] });
    await at('2027-04-07T08:00:00Z');
    claire = await world.signInAgain(claire);
    const late = await attempt(claire, 'submitApplication', { ...nextAct(held), statementDigest: held.statementDigest });
    expect(late.userErrors).toMatchObject([{ code: 'DEADLINE_PASSED', closedAt: closing }]);
    const moved = await move({ at: '2027-04-08T21:59:00Z' });
    expect(moved.campaign).toMatchObject({
      campaign: { state: 'OPEN' },
      deadlineMoves: [
        {
          from: closing,
          to: '2027-04-08T21:59:00.000Z',
          zone: 'Europe/Paris',
          reason: 'Panne du réseau universitaire',
          at: '2027-04-07T08:00:00.000Z',
          author: { displayName: 'Odile' },
        },
      ],
    });
    await submit(claire, held);
    expect(await closeCampaignsByClock(worker)).toBe(0);
  });

  test('G-11 that moves while a dossier is submitted: each submission is judged by the deadline its own transaction reads', async () => {
    await at('2027-04-08T20:00:00Z');
    let paul = await world.candidate('Paul');
    const held = await completeDossier(paul, { schools: ['imt-mines-albi'] });
    await at('2027-04-08T22:30:00Z');
    paul = await world.signInAgain(paul);
    const moving = await beginWork(world.gateway.binding, consortiumHat(chair.accountId));
    const act = { campaignId: decodeId('Campaign', campaignId) ?? '', expectedVersion: (await standing()).version };
    const to = { kind: 'CLOSING', at: Temporal.Instant.from('2027-04-09T21:59:00Z'), reason: 'Prolongation' } as const;
    expect(await moveMilestone(moving, { ...act, ...to })).toHaveProperty('done');
    const before = await attempt(paul, 'submitApplication', { ...nextAct(held), statementDigest: held.statementDigest });
    expect(before.userErrors).toMatchObject([{ code: 'DEADLINE_PASSED', closedAt: '2027-04-08T21:59:00.000Z' }]);
    await moving.commit();
    await submit(paul, held);
  });

  test('E-07 is an instant with its zone: both readings of an hour that clocks show twice are two deadlines', async () => {
    const [first, second] = ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'];
    await at('2027-04-08T22:31:00Z');
    expect((await move({ at: first })).userErrors).toEqual([]);
    await at('2027-04-08T22:32:00Z');
    expect((await move({ at: second })).userErrors).toEqual([]);
    const { campaign, deadlineMoves } = await standing();
    expect(campaign.calendar[1]).toEqual({ kind: 'CLOSING', at: second, zone: 'Europe/Paris' });
    expect(deadlineMoves.slice(-2).map(({ to }: { to: string }) => to)).toEqual([first, second]);
    const offset = await chair.ask(
      'mutation ($input: MoveMilestoneInput!) { moveMilestone(input: $input) { userErrors { code } } }',
      {
        input: {
          campaignId,
          expectedVersion: 1,
          kind: 'CLOSING',
          at: '2027-10-31T02:30:00+01:00',
          reason: 'x',
          idempotencyKey: crypto.randomUUID(),
        },
      },
      { actingAs: 'consortium' },
    );
    expect(offset.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('does not move in an archived campaign', async () => {
    await at('2027-11-15T00:00:00Z');
    await closeCampaignsByClock(worker);
    const archived = await campaignAct(chair, 'archiveCampaign', { campaignId, expectedVersion: (await standing()).version });
    expect(archived.campaign.campaign.state).toBe('ARCHIVED');
    expect(codes(await move({ at: '2027-12-01T00:00:00Z' }))).toEqual(['NOT_IN_THIS_STATE']);
  });
});
