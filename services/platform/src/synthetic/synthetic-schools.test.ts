import { contrastOnWhite } from '@guichet/domain/school/colour-contrast';
import { expect, test } from '@jest/globals';
import { demonstrationCampaign } from '../campaign-file/demonstration-campaign.ts';
import { readCampaignFile } from '../campaign-file/read-campaign-file.ts';
import { writeCampaignFile } from '../campaign-file/write-campaign-file.ts';
import { randomOf, shuffled, weightedChooser } from './random.ts';
import { syntheticFacts } from './synthetic-dossier.ts';
import { syntheticDossiers } from './synthetic-dossiers.ts';
import { syntheticCampaign, syntheticSchools } from './synthetic-schools.ts';

const calendar = {
  slug: 'synthetic-7',
  entryYear: 2027,
  zone: 'Europe/Paris',
  opensAt: Temporal.Instant.from('2027-01-15T08:00:00Z'),
  closesAt: Temporal.Instant.from('2027-04-06T21:59:00Z'),
};
const base = demonstrationCampaign(calendar);
const specialisms = base.specialisms.map(({ code }) => code);

test.each([1, 3, 12, 45])('%i synthetic schools make a campaign file without fault, with every specialism offered', (count) => {
  const file = syntheticCampaign(base, calendar, { seed: 7, count });
  expect(readCampaignFile(writeCampaignFile(file))).not.toHaveProperty('faults');
  expect(file.schools.length).toBe(count);
  expect(new Set(file.schools.flatMap(({ notice }) => notice.specialisms)).size).toBe(specialisms.length);
});

test('synthetic schools are the same for the same seed, differ by name and are marked', () => {
  const schools = syntheticSchools({ seed: 7, count: 45, specialisms });
  expect(schools).toEqual(syntheticSchools({ seed: 7, count: 45, specialisms }));
  expect(new Set(schools.map(({ slug }) => slug)).size).toBe(45);
  expect(schools.every(({ isSynthetic, colour }) => isSynthetic && contrastOnWhite(colour) >= 4.5)).toBe(true);
});

test('a choice may hold two specialisms where the notice takes two, and ranks are absent where replies are free', () => {
  const file = syntheticCampaign(base, calendar, { seed: 7, count: 12 });
  const free = { ...file, campaign: { ...file.campaign, replyPolicy: 'FREE_REPLY' as const } };
  const choices = [...syntheticDossiers({ seed: 7, count: 300, facts: syntheticFacts(free, calendar.closesAt) })].flatMap(
    (dossier) => dossier.choices,
  );
  expect(choices.some((choice) => choice.specialisms.length === 2)).toBe(true);
  expect(choices.every(({ preferenceRank }) => preferenceRank === null)).toBe(true);
});

test('the generator is even, keeps weights and loses nothing when it mixes', () => {
  const random = randomOf(7, 0);
  const draws = Array.from({ length: 20_000 }, random);
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  const choose = weightedChooser(['rare', 'usual'], (item) => (item === 'rare' ? 1 : 9));
  expect(draws.filter(() => choose(random) === 'rare').length / draws.length).toBeCloseTo(0.1, 1);
  expect(shuffled(random, [1, 2, 3, 4]).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4]);
  expect(new Set(Array.from({ length: 1000 }, (_, stream) => randomOf(7, stream)())).size).toBe(1000);
});
