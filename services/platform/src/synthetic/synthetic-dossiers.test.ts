import { faultOfEmail } from '@guichet/domain/account/email-address';
import { objectionsTo, outcomeOf } from '@guichet/domain/admissibility/admissibility';
import type { Draft } from '@guichet/domain/application/application';
import { missingItems } from '@guichet/domain/application/sections';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { demonstrationCampaign } from '../campaign-file/demonstration-campaign.ts';
import { type SyntheticChoice, type SyntheticDossier, syntheticFacts } from './synthetic-dossier.ts';
import { syntheticDossiers } from './synthetic-dossiers.ts';

const asOf = Temporal.Instant.from('2027-04-06T21:59:00Z');
const campaign = demonstrationCampaign({
  slug: 'astg3-2027',
  entryYear: 2027,
  zone: 'Europe/Paris',
  opensAt: Temporal.Instant.from('2027-01-15T08:00:00Z'),
  closesAt: asOf,
});
const facts = syntheticFacts(campaign, asOf);
const made = (seed: number, count: number) => [...syntheticDossiers({ seed, count, facts })];
const text = (dossier: SyntheticDossier | undefined) => JSON.stringify(dossier);

/** Slugs and codes serve as ids: what the rules compare is only whether they are the same. */
const notices = new Map(
  campaign.schools.map(({ slug, notice }) => {
    const offered = campaign.specialisms.filter(({ code }) => notice.specialisms.includes(code));
    return [
      slug,
      { ...notice, number: 1, requiredEcts: 240, specialisms: offered.map((sheet) => ({ ...sheet, id: sheet.code })) },
    ];
  }),
);
const draftCampaign = {
  ...facts,
  ...campaign.campaign,
  opensAt: facts.opensAt,
  closesAt: asOf,
  state: 'OPEN' as const,
  members: [...notices].map(([schoolId, notice]) => ({ schoolId, notice })),
};
const draftOf = ({ examCentre, choices, ...sections }: SyntheticDossier): Draft => ({
  ...sections,
  examCentreId: examCentre,
  choices: choices.map(({ school, specialisms, preferenceRank }) => ({
    schoolId: school,
    specialismIds: specialisms,
    preferenceRank,
  })),
});

function outcomeAt({ submittedAt, qualification, studies }: SyntheticDossier, { school, specialisms }: SyntheticChoice) {
  const notice = notices.get(school);
  if (notice === undefined) throw new Error(`${school} is no member`);
  const dossier = { submittedAt, closesAt: asOf, entryYear: 2027, mention: qualification.mentionCode, specialisms, studies };
  return outcomeOf(objectionsTo(dossier, notice, asOf));
}

describe('synthetic dossiers', () => {
  let dossiers: readonly SyntheticDossier[] = [];
  beforeAll(() => {
    dossiers = made(7, 4000);
  });
  const share = (holds: (dossier: SyntheticDossier) => boolean) => dossiers.filter(holds).length / dossiers.length;

  test('the same seed gives the same people, however many are made; another seed gives others', () => {
    expect(text(made(7, 18)[17])).toBe(text(dossiers[17]));
    expect(text(made(8, 18)[17])).not.toBe(text(dossiers[17]));
  });

  test('every dossier could have been submitted: nothing in it is missing or faulty, and it says that it is synthetic', () => {
    const faulty = dossiers.flatMap((dossier) => missingItems(draftOf(dossier), draftCampaign, dossier.submittedAt));
    expect(faulty).toEqual([]);
    expect(dossiers.every(({ isSynthetic, email }) => isSynthetic && faultOfEmail(email) === null)).toBe(true);
  });

  test('a school finds most admissible, some for a human to judge, and a few that its notice refuses', () => {
    const outcomes = dossiers.flatMap((dossier) => dossier.choices.map((choice) => outcomeAt(dossier, choice)));
    const shareOf = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length / outcomes.length;
    expect(shareOf('ADMISSIBLE')).toBeGreaterThan(0.7);
    expect(shareOf('NEEDS_A_HUMAN')).toBeGreaterThan(0.08);
    expect(shareOf('INADMISSIBLE')).toBeGreaterThan(0.02);
  });

  test('addresses and student numbers are nobody else’s', () => {
    expect(new Set(dossiers.map(({ email }) => email)).size).toBe(dossiers.length);
    const numbers = dossiers.map(({ identity }) => identity.ine).filter((ine) => ine !== null);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(dossiers.every(({ contact }) => contact.telephone?.startsWith('+3363998') ?? true)).toBe(true);
    expect(dossiers.every(({ email }) => email.endsWith('@candidat.example'))).toBe(true);
  });

  test('two in three come in the last 48 hours, none before the opening or at the deadline', () => {
    const hours = dossiers.map(({ submittedAt }) => submittedAt.until(asOf).total('hours'));
    expect(hours.filter((before) => before <= 48).length / hours.length).toBeCloseTo(0.66, 1);
    expect(Math.min(...hours)).toBeGreaterThan(0);
    expect(dossiers.every(({ submittedAt }) => Temporal.Instant.compare(submittedAt, facts.opensAt) >= 0)).toBe(true);
  });

  test('about one in seven studied abroad, a few withdraw later, a few names are written in other scripts', () => {
    expect(share(({ studies }) => studies[0]?.institutionUai === null)).toBeCloseTo(0.15, 1);
    expect(share(({ withdrawals }) => withdrawals.length > 0)).toBeCloseTo(0.03, 1);
    expect(
      dossiers.every(({ withdrawals, submittedAt }) =>
        withdrawals.every(({ withdrawnAt }) => Temporal.Instant.compare(withdrawnAt, submittedAt) >= 0),
      ),
    ).toBe(true);
    const scripts = [/\p{sc=Arab}/u, /\p{sc=Han}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u, /\p{sc=Geor}/u, /\p{sc=Hang}/u];
    expect(scripts.every((script) => dossiers.some(({ identity }) => script.test(identity.lastName)))).toBe(true);
  });

  test('a few institutions send many candidates and many send few', () => {
    const counts = Map.groupBy(dossiers, ({ studies }) => studies[0]?.institutionName);
    const sizes = [...counts.values()].map(({ length }) => length).toSorted((one, other) => other - one);
    expect(sizes.slice(0, 10).reduce((sum, size) => sum + size, 0) / dossiers.length).toBeGreaterThan(0.25);
    expect(sizes.length).toBeGreaterThan(150);
  });

  test('nothing a school reads names a school or a preference', () => {
    const names = campaign.schools.flatMap(({ name, shortName }) => [name, shortName]);
    expect(dossiers.some(({ answers }) => names.some((name) => answers.motivation.includes(name)))).toBe(false);
  });
});

test('twenty thousand dossiers take less than eight seconds', () => {
  const before = performance.now();
  expect(made(7, 20_000).length).toBe(20_000);
  expect(performance.now() - before).toBeLessThan(8000);
});

test('nobody can have submitted to a campaign that has not opened', () => {
  expect(() => [...syntheticDossiers({ seed: 1, count: 1, facts: { ...facts, asOf: facts.opensAt } })]).toThrow('has not opened');
});
