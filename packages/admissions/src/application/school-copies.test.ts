import type { SubmittedDossier } from '@guichet/database/application/application.read';
import type { CampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { expect, test } from '@jest/globals';
import { schoolCopies } from './school-copies.ts';

const schools = ['albi', 'ales', 'douai', 'nancy', 'saint-etienne'];
const members = schools.map((schoolId) => ({ schoolId, noticeVersionId: `notice of ${schoolId}` }));
const campaign = { members } as unknown as CampaignFacts;

/** A dossier in this order of preference; what else it says is the same for all. */
const dossierOf = (order: readonly string[]) =>
  ({
    reference: 'ASTG3-27-22222',
    email: 'camille@example.org',
    identity: {},
    contact: {},
    studies: [],
    qualification: {},
    answers: {},
    choices: order.map((schoolId, at) => ({ schoolId, specialismIds: [], preferenceRank: at + 1 })),
  }) as unknown as SubmittedDossier;

const copiesOf = (order: readonly string[]) => schoolCopies({ dossier: dossierOf(order), campaign, filed: [] });

test('copies are written in an order that tells nothing of the order of preference', () => {
  const rounds = 2000;
  const placesOfRank = schools.map(() => schools.map(() => 0));
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, { preferenceRank }] of copiesOf(schools).entries()) {
      const places = placesOfRank[(preferenceRank ?? 0) - 1] as number[];
      places[place] = (places[place] ?? 0) + 1;
    }
  }
  const expected = rounds / schools.length;
  // Six standard deviations: one such table in ten million is further off by luck.
  const most = 6 * Math.sqrt(expected * (1 - 1 / schools.length));
  const furthest = Math.max(...placesOfRank.flat().map((count) => Math.abs(count - expected)));
  expect(furthest).toBeLessThan(most);
});

test('ids are random and tell neither when nor in which order they were made', () => {
  const ids = Array.from({ length: 200 }, () => copiesOf(schools).map(({ candidacyId }) => candidacyId)).flat();
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBeGreaterThan(990);
});
