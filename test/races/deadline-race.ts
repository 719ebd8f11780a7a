import type { Actor } from '../world/actor.ts';
import { campaignAct, setupOf } from '../world/consortium.ts';
import { attempt, nextAct } from '../world/dossier.ts';
import type { World } from '../world/world.ts';
import { dossiersOf } from './dossier-in-hand.ts';
import { neverOfDossiers as never } from './never-of-dossiers.ts';
import type { Race } from './race.ts';

const past = '2027-02-01T08:59:59.000Z';
const later = '2027-02-02T09:00:00.000Z';

/**
 * A submission while the deadline moves: later, by the consortium, or earlier, as only an operator can. Each is judged by the one its own
 * transaction reads, and a refusal names that one.
 */
export async function submissionAndDeadline(world: World): Promise<Race> {
  const next = dossiersOf(world, 'Deadline');
  let chair = await world.consortium('Odile');
  const campaignId = (await world.nobody.read('{ campaign(slug: "astg3-2027") { id } }')).campaign.id;
  const set = (closesAt: string) =>
    world.sql(`update app.campaign set opens_at = '2027-01-01Z', closes_at = $1, state = 'OPEN'`, [closesAt]);
  const round = async (number: number) => {
    await set(later);
    // One person's budget does not last for two hundred deadlines.
    if (number > 0 && number % 20 === 0) chair = await world.consortium(`Odile ${number}`);
    const { person, held } = await next(number);
    const isExtended = number % 2 === 0;
    if (isExtended) await set(past);
    const submission = { ...nextAct(held), statementDigest: held.statementDigest };
    const [sent, moved] = await Promise.all([
      attempt(person, 'submitApplication', submission),
      isExtended ? extended(chair, campaignId) : set(past),
    ]);
    const isTaken = sent.application !== null;
    const now = { ...held, version: held.version + (isTaken ? 1 : 0) };
    // Both are over: whatever is asked next is judged by the deadline that stands.
    const after = isTaken
      ? await attempt(person, 'recallApplication', nextAct(now))
      : await attempt(person, 'submitApplication', { ...nextAct(now), statementDigest: held.statementDigest });
    const [refusal] = sent.userErrors;
    const isRightlyRefused = refusal?.code === 'DEADLINE_PASSED' && refusal.closedAt === past;
    return [
      ...(isTaken || isRightlyRefused ? [] : [`submission: ${sent.body}`]),
      ...((after.application !== null) === isExtended ? [] : [`afterwards: ${after.body}`]),
      ...(isExtended && (moved as { userErrors: readonly unknown[] }).userErrors.length > 0 ? ['the deadline did not move'] : []),
    ];
  };
  return { name: 'submission and deadline', never, round };
}

async function extended(chair: Actor, campaignId: string) {
  const { version } = await setupOf(chair, campaignId);
  return campaignAct(chair, 'moveMilestone', {
    campaignId,
    expectedVersion: version,
    kind: 'CLOSING',
    at: later,
    reason: 'Panne du réseau universitaire',
  });
}
