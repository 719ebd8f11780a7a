import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acted, attempt, choicesOf, nextAct, openCampaign, shown, submit, submitted } from '../../world/dossier.ts';
import { receivedAt, rowsAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const [albi, ales] = ['imt-mines-albi', 'imt-mines-ales'] as const;
const timeline = 'state choices { school { slug } state stateSince timeline { kind at } }';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe('a withdrawal', () => {
  test('ends one candidacy with its reason and touches no other; chosen again before the deadline it is received anew', async () => {
    const claire = await world.candidate('Claire');
    const held = await submitted(claire, { schools: [albi, ales] });
    const atAles = await rowsAt(world, ales);
    const first = await receivedAt(world, albi, held.reference);
    await world.later({ hours: 1 });
    const withdrawal = { schoolIds: [held.schoolIds[albi]], reason: 'PERSONAL' };
    const withdrawn = await acted(claire, held, ['withdrawChoices', withdrawal]);
    expect(await receivedAt(world, albi, held.reference)).toMatchObject({ state: 'WITHDRAWN', number: 1 });
    expect(await shown(claire, held, timeline)).toMatchObject({
      state: 'SUBMITTED',
      choices: [
        { school: { slug: albi }, state: 'WITHDRAWN', stateSince: '2027-02-01T10:00:00.000Z' },
        { school: { slug: ales }, state: 'UNDER_CONSIDERATION' },
      ],
    });
    expect(await world.sql('select reason from app.withdrawal where candidacy_id = $1', [first?.candidacy_id])).toEqual([
      { reason: 'PERSONAL' },
    ]);

    await world.later({ hours: 1 });
    const recalled = await acted(claire, withdrawn, ['recallApplication', {}]);
    expect((await shown(claire, recalled, 'choices { school { slug } }')).choices).toEqual([{ school: { slug: ales } }]);
    const choices = choicesOf(await openCampaign(claire), [ales, albi]);
    const again = await submit(claire, await acted(claire, recalled, ['chooseSchools', { choices }]));
    const anew = await receivedAt(world, albi, held.reference);
    expect(anew).toMatchObject({ state: 'RECEIVED', number: 2, candidacy_id: first?.candidacy_id });
    expect(anew?.received_at).not.toBe(first?.received_at);
    expect(await rowsAt(world, ales)).toEqual(atAles);
    const { choices: seen } = await shown(claire, again, timeline);
    expect(seen[1]).toEqual({
      school: { slug: albi },
      state: 'UNDER_CONSIDERATION',
      stateSince: '2027-02-01T11:00:00.000Z',
      timeline: [
        { kind: 'RECEIVED', at: '2027-02-01T09:00:00.000Z' },
        { kind: 'WITHDRAWN', at: '2027-02-01T10:00:00.000Z' },
        { kind: 'RECEIVED_ANEW', at: '2027-02-01T11:00:00.000Z' },
      ],
    });
  });

  test('does not make a dossier one to open, once chosen again: its school finds it by its new arrival', async () => {
    const officer = await world.member(albi, ['OFFICER']);
    const lou = await world.candidate('Lou');
    const held = await submitted(lou, { schools: [albi, ales] });
    const queue = async () => {
      const document = `query ($c: ID!, $r: String!) { desk { candidacies(campaignId: $c, first: 1, filter: { search: $r }) { edges { node {
        id isUnopened receivedAt state version dossier { reference } } } } } }`;
      return (await officer.read(document, { c: held.campaignId, r: held.reference })).desk.candidacies.edges[0].node;
    };
    const arrived = await queue();
    expect(arrived).toMatchObject({ isUnopened: true, dossier: { reference: held.reference } });
    await officer.read('mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { userErrors { code } } }', {
      input: { candidacyId: arrived.id, idempotencyKey: crypto.randomUUID() },
    });
    await world.later({ minutes: 10 });
    const withdrawn = await acted(lou, held, ['withdrawChoices', { schoolIds: [held.schoolIds[albi]], reason: 'MISTAKE' }]);
    const recalled = await acted(lou, withdrawn, ['recallApplication', {}]);
    const choices = choicesOf(await openCampaign(lou), [ales, albi]);
    await submit(lou, await acted(lou, recalled, ['chooseSchools', { choices }]));
    const returned = await queue();
    expect(returned).toMatchObject({ id: arrived.id, state: 'RECEIVED', isUnopened: false });
    expect(returned.receivedAt > arrived.receivedAt).toBe(true);
  });

  test('of every school withdraws the dossier, which may still be taken up again before the deadline', async () => {
    const anne = await world.candidate('Anne');
    const held = await submitted(anne, { schools: [albi, ales] });
    const all = { schoolIds: [held.schoolIds[albi], held.schoolIds[ales]], reason: 'OTHER_ADMISSION' };
    const withdrawn = await acted(anne, held, ['withdrawChoices', all]);
    expect(await shown(anne, held, 'state isBeingRevised availableActions')).toEqual({
      state: 'WITHDRAWN',
      isBeingRevised: false,
      availableActions: ['RECALL'],
    });
    const choices = choicesOf(await openCampaign(anne), [albi]);
    const recalled = await acted(anne, withdrawn, ['recallApplication', {}]);
    await submit(anne, await acted(anne, recalled, ['chooseSchools', { choices }]));
    expect(await receivedAt(world, albi, held.reference)).toMatchObject({ state: 'RECEIVED', number: 2 });
    expect(await receivedAt(world, ales, held.reference)).toMatchObject({ state: 'WITHDRAWN', number: 1 });
  });

  test('may come after the deadline, and during a revision', async () => {
    const lea = await world.candidate('Léa');
    const recalled = await acted(lea, await submitted(lea, { schools: [albi, ales] }), ['recallApplication', {}]);
    const one = await acted(lea, recalled, ['withdrawChoices', { schoolIds: [recalled.schoolIds[albi]], reason: 'MISTAKE' }]);
    const before = await shown(lea, one, 'isBeingRevised choices { school { slug } preferenceRank }');
    expect(before).toEqual({ isBeingRevised: true, choices: [{ school: { slug: ales }, preferenceRank: 1 }] });
    const [{ at }] = (await world.sql<{ at: string }>('select at::text from test.clock')) as [{ at: string }];
    await world.at('2027-05-01T12:00:00Z');
    const later = await world.signInAgain(lea);
    await acted(later, one, ['withdrawChoices', { schoolIds: [one.schoolIds[ales]], reason: 'MISTAKE' }]);
    expect(await shown(later, one, 'state')).toEqual({ state: 'WITHDRAWN' });
    await world.at(at);
  });

  test('B-25 of what is not chosen, twice, or named twice is refused whole, by the rule and by the database', async () => {
    const mia = await world.candidate('Mia');
    const held = await submitted(mia, { schools: [albi] });
    const refusedBy = async (schoolIds: readonly (string | undefined)[], version = held.version) =>
      (await attempt(mia, 'withdrawChoices', { ...nextAct({ ...held, version }), schoolIds, reason: 'OTHER' })).userErrors;
    expect(await refusedBy([])).toMatchObject([{ code: 'NO_CHOICE', path: ['schoolIds'] }]);
    expect(await refusedBy([held.schoolIds[ales]])).toMatchObject([{ code: 'NOT_CHOSEN', path: ['schoolIds', '0'] }]);
    expect(await refusedBy([held.schoolIds[albi], held.schoolIds[albi]])).toMatchObject([
      { code: 'CHOSEN_TWICE', path: ['schoolIds', '1'] },
    ]);
    const withdrawn = await acted(mia, held, ['withdrawChoices', { schoolIds: [held.schoolIds[albi]], reason: 'OTHER' }]);
    expect(await refusedBy([held.schoolIds[albi]], withdrawn.version)).toMatchObject([{ code: 'NOT_IN_THIS_STATE' }]);

    const again = world.sql(
      `insert into app.withdrawal (school_id, id, candidacy_id, candidate_id, dossier_number, reason, at)
       select school_id, gen_random_uuid(), candidacy_id, candidate_id, dossier_number + 1, reason, at from app.withdrawal
       where candidate_id = (select id from app.candidate where account_id = $1)`,
      [mia.accountId],
    );
    await expect(again).rejects.toThrow('withdrawal moved no candidacy');
  });
});
