import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { attempt, choicesOf, completeDossier, type HeldDossier, nextAct, openCampaign, shown } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'];

let world: World;
let claire: Actor;
let held: HeldDossier;
beforeAll(async () => {
  world = await aWorld();
  claire = await world.candidate('Claire');
  held = await completeDossier(claire, { schools });
});
afterAll(() => world.close());

/** One section saved as Claire; the objections, as code and path. */
async function save(mutation: string, input: object): Promise<string[]> {
  const { application, userErrors, errors } = await attempt(claire, mutation, { ...nextAct(held), ...input });
  if (application) held = { ...held, version: application.version };
  return [...userErrors, ...errors].map(({ code, path, extensions }: Selected) =>
    code ? `${code} ${(path ?? []).join('.')}` : `${extensions.code} ${extensions.argument ?? ''}`,
  );
}

describe('choices of schools', () => {
  test('E-17 a school twice, closed, of no campaign, unknown, or too many are refused whole with their places', async () => {
    const campaign = await openCampaign(claire);
    const [albi, ales] = choicesOf(campaign, schools);
    await world.sql(`insert into app.school (id, slug, name, short_name, city, colour, version)
      select gen_random_uuid(), 'autre-ecole', 'Autre école', 'Autre', 'Ailleurs', colour, 1 from app.school limit 1`);
    const [{ id }] = (await world.sql<{ id: string }>(`select id from app.school where slug = 'autre-ecole'`)) as [
      { id: string },
    ];
    const foreign = Buffer.from(`School:${id}`).toString('base64url');
    const choose = (...choices: readonly object[]) =>
      save('chooseSchools', { choices: choices.map((choice, index) => ({ ...choice, preferenceRank: index + 1 })) });
    expect(await choose({ ...albi }, { ...albi })).toEqual(['CHOSEN_TWICE choices.1.schoolId']);
    for (const schoolId of [foreign, 'nonsense', campaign.id]) {
      expect(await choose({ ...albi }, { ...ales, schoolId })).toEqual(['SCHOOL_NOT_OPEN choices.1.schoolId']);
    }
    expect(await choose()).toEqual(['NO_CHOICE choices']);
    expect(await choose({ ...albi, specialismIds: [] })).toEqual(['NO_SPECIALISM choices.0.specialismIds']);
    expect(await choose({ ...albi, specialismIds: ['nonsense'] })).toEqual(['SPECIALISM_NOT_OFFERED choices.0.specialismIds.0']);
    await world.sql('update app.campaign set max_choices = 1');
    expect(await choose({ ...albi }, { ...ales })).toEqual(['TOO_MANY_CHOICES choices']);
    await world.sql('update app.campaign set max_choices = 3');
    const { choices } = await shown(claire, held, 'choices { school { slug } }');
    expect(choices.map(({ school }: Selected) => school.slug)).toEqual(schools);
  });

  test('E-18 ranks are a permutation: gaps, ties, zero and none are refused, and a list without end is not read', async () => {
    const campaign = await openCampaign(claire);
    const ranked = (...ranks: readonly (number | null)[]) =>
      save('chooseSchools', {
        choices: choicesOf(campaign, schools).map((choice, index) => ({ ...choice, preferenceRank: ranks[index] ?? null })),
      });
    for (const ranks of [
      [1, 2, 4],
      [1, 1, 2],
      [0, 1, 2],
      [1, 2, null],
      [-1, 1, 2],
      [2, 3, 4],
    ]) {
      expect(await ranked(...ranks)).toEqual(['NOT_A_PERMUTATION choices']);
    }
    const [choice] = choicesOf(campaign, schools);
    expect(await save('chooseSchools', { choices: Array.from({ length: 300 }, () => choice) })).toEqual(['BAD_USER_INPUT input']);
    expect(await ranked(3, 1, 2)).toEqual([]);
    const { choices } = await shown(claire, held, 'choices { id school { slug } preferenceRank }');
    expect(choices.map(({ school }: Selected) => school.slug)).toEqual(['imt-mines-ales', 'imt-lille-douai', 'imt-mines-albi']);
    await ranked(1, 2, 3);
    const again = (await shown(claire, held, 'choices { id }')).choices;
    expect(again.map(({ id }: Selected) => id).toSorted()).toEqual(choices.map(({ id }: Selected) => id).toSorted());
  });

  test('without an order no rank is asked, and one given is refused', async () => {
    await world.sql(`update app.campaign set reply_policy = 'FREE_REPLY'`);
    const choices = choicesOf(await openCampaign(claire), schools);
    expect(await save('chooseSchools', { choices })).toEqual(
      choices.map((_, index) => `NOT_ASKED choices.${index}.preferenceRank`),
    );
    expect(
      await save('chooseSchools', { choices: choices.map(({ schoolId, specialismIds }) => ({ schoolId, specialismIds })) }),
    ).toEqual([]);
    await world.sql(`update app.campaign set reply_policy = 'RANKED_MATCH'`);
  });

  test('the exam centre may be a school not applied to, and none where each school has its own', async () => {
    const centre = (examCentreId: string | null | undefined) => save('chooseExamCentre', { examCentreId });
    expect(await centre(held.schoolIds['imt-lille-douai'])).toEqual([]);
    expect((await shown(claire, held, 'examCentre { slug }')).examCentre).toEqual({ slug: 'imt-lille-douai' });
    expect(await centre('nonsense')).toEqual(['SCHOOL_NOT_OPEN examCentreId']);
    await world.sql(`update app.campaign set orals_mode = 'PER_SCHOOL'`);
    expect(await centre(held.schoolIds['imt-mines-albi'])).toEqual(['NOT_ASKED examCentreId']);
    expect(await shown(claire, held, 'examCentre { slug }')).toEqual({ examCentre: null });
    await world.sql(`update app.campaign set orals_mode = 'COMMON'`);
    expect(await centre(null)).toEqual([]);
  });
});
