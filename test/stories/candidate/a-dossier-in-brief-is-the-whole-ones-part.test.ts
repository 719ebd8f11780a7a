import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import {
  acted,
  asCandidate,
  choicesOf,
  completeDossier,
  type HeldDossier,
  nextAct,
  openCampaign,
  shown,
  submit,
  submitted,
} from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

// A school told in names, and one of which more is asked: once plainly, once beside a name, behind an alias and in a fragment.
const schools = [
  'school { slug name city }',
  'school { id name }',
  'school { name } again: school { contact { email } } ... on Choice { school { __typename colour } }',
];
const [albi, ales] = ['imt-mines-albi', 'imt-mines-ales'] as const;
const briefs = schools.map(
  (
    school,
  ) => `id reference state version isBeingRevised submittedAt identity { lastName firstNames } contact { city } studies { institutionName level }
  qualification { kind } answers { text } campaign { slug } choices { id state preferenceRank ${school} specialisms { code } }`,
);

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** The same fields of the same dossier, once alone and once beside a field that only the whole of it tells. */
async function expectTheSame(person: Actor, held: HeldDossier): Promise<void> {
  for (const brief of briefs) {
    const { availableActions: _, ...part } = await shown(person, held, `${brief} availableActions`);
    expect(await shown(person, held, brief)).toEqual(part);
  }
}

/** An act asked for the same fields in its answer, which is read in brief too, and its schools in names. */
async function expectTheSameOf(person: Actor, held: HeldDossier, [act, input]: readonly [string, object]): Promise<HeldDossier> {
  const [, brief = ''] = briefs;
  const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${act}(input: $input) { application { ${brief} } userErrors { code } } }`;
  const { [act]: answer } = await person.read(document, { input: { ...nextAct(held), ...input } }, asCandidate);
  expect(answer.userErrors).toEqual([]);
  const { availableActions: _, ...part } = await shown(person, held, `${brief} availableActions`);
  expect(answer.application).toEqual(part);
  return { ...held, version: answer.application.version };
}

test('C-26 a dashboard takes one statement, beside who asks', async () => {
  const anne = await world.candidate('Anne');
  const held = await submitted(anne, { schools: [albi, ales] });
  const fields = 'id state identity { lastName } choices { state school { name } } studies { level }';
  await shown(anne, held, fields);
  const { statements } = await countStatements(() => shown(anne, held, fields));
  expect(statements).toHaveLength(2);
});

test('C-26 what an act answers in brief is what the whole dossier says', async () => {
  const paul = await world.candidate('Paul');
  const held = await completeDossier(paul, { schools: [albi, ales] });
  const { statementDigest } = held;
  const filed = await expectTheSameOf(paul, held, ['submitApplication', { statementDigest }]);
  const withdrawn = await expectTheSameOf(paul, filed, [
    'withdrawChoices',
    { schoolIds: [held.schoolIds[albi]], reason: 'PERSONAL' },
  ]);
  const recalled = await expectTheSameOf(paul, withdrawn, ['recallApplication', {}]);
  const chosen = await expectTheSameOf(paul, recalled, [
    'chooseSchools',
    { choices: choicesOf(await openCampaign(paul), [ales, albi]) },
  ]);
  await expectTheSameOf(paul, chosen, ['submitApplication', { statementDigest }]);
});

test('C-26 what a dashboard reads in brief is what the whole dossier says, whatever became of it', async () => {
  const claire = await world.candidate('Claire');
  const draft = await completeDossier(claire, { schools: [albi, ales] });
  await expectTheSame(claire, draft);
  const filed = await submit(claire, draft);
  await expectTheSame(claire, filed);
  const withdrawn = await acted(claire, filed, ['withdrawChoices', { schoolIds: [draft.schoolIds[albi]], reason: 'PERSONAL' }]);
  await expectTheSame(claire, withdrawn);
  const recalled = await acted(claire, withdrawn, ['recallApplication', {}]);
  await expectTheSame(claire, recalled);
  const choices = choicesOf(await openCampaign(claire), [ales, albi]);
  const again = await submit(claire, await acted(claire, recalled, ['chooseSchools', { choices }]));
  await expectTheSame(claire, again);
  const revised = await acted(claire, again, ['recallApplication', {}]);
  await expectTheSame(claire, revised);
  await world.later({ hours: 365 * 24 });
  await expectTheSame(await world.signInAgain(claire), revised);
});
