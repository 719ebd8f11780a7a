import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acted, attempt, choicesOf, nextAct, openCampaign, shown, submitted } from '../../world/dossier.ts';
import { rowsAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales'];

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test('a recalled dossier not sent again in time is judged on its submitted copy, and no school was ever told', async () => {
  let claire = await world.candidate('Claire');
  const held = await submitted(claire, { schools, motivation: 'Telle que déposée.' });
  const before = await rowsAt(world, ...schools);

  await world.later({ hours: 3 });
  const recalled = await acted(claire, held, ['recallApplication', {}]);
  const edited = await acted(claire, recalled, ['saveAnswers', { answers: { motivation: 'Telle que reprise.' } }]);
  const choices = choicesOf(await openCampaign(claire), ['imt-lille-douai', 'imt-mines-albi']);
  const rechosen = await acted(claire, edited, ['chooseSchools', { choices }]);
  const fields = 'state isBeingRevised answers { text } choices { school { slug } state } availableActions';
  expect(await shown(claire, rechosen, fields)).toEqual({
    state: 'SUBMITTED',
    isBeingRevised: true,
    answers: [{ text: 'Telle que reprise.' }],
    choices: [
      { school: { slug: 'imt-lille-douai' }, state: null },
      { school: { slug: 'imt-mines-albi' }, state: 'UNDER_CONSIDERATION' },
    ],
    availableActions: ['EDIT', 'SUBMIT', 'WITHDRAW'],
  });
  expect((await attempt(claire, 'recallApplication', nextAct(rechosen))).userErrors).toMatchObject([
    { code: 'NOT_IN_THIS_STATE' },
  ]);
  expect(await rowsAt(world, ...schools)).toEqual(before);

  await world.at('2027-04-06T21:59:00.000001Z');
  claire = await world.signInAgain(claire);
  expect(await shown(claire, rechosen, fields)).toEqual({
    state: 'SUBMITTED',
    isBeingRevised: false,
    answers: [{ text: 'Telle que déposée.' }],
    choices: schools.map((slug) => ({ school: { slug }, state: 'UNDER_CONSIDERATION' })),
    availableActions: ['WITHDRAW'],
  });
  const { statementDigest } = rechosen;
  for (const [mutation, input] of [
    ['submitApplication', { statementDigest }],
    ['saveAnswers', { answers: { motivation: 'Trop tard.' } }],
  ] as const) {
    const { userErrors } = await attempt(claire, mutation, { ...nextAct(rechosen), ...input });
    expect(userErrors).toMatchObject([{ code: 'DEADLINE_PASSED', closedAt: '2027-04-06T21:59:00.000Z' }]);
  }
  expect(await rowsAt(world, ...schools)).toEqual(before);
});
