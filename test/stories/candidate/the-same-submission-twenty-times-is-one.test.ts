import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { acted, attempt, completeDossier, freshKey, type HeldDossier, nextAct, shown, submit } from '../../world/dossier.ts';
import { counts, receivedAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const schools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'];
const document = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { reference state version submittedAt choices { school { slug } state } } userErrors { code } } }`;

let world: World;
let address: string;
beforeAll(async () => {
  world = await aWorld();
  address = await world.gateway.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => world.close());

/** One submission through a socket, as its sender's client would. */
async function sent(person: Actor, { statementDigest, ...held }: HeldDossier, key: string) {
  const input = { ...nextAct({ statementDigest, ...held }), idempotencyKey: key, statementDigest };
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: person.cookie ?? '' },
    body: JSON.stringify({ query: document, variables: { input } }),
  });
  return { status: response.status, body: await response.text() };
}

const once = { snapshots: 1, candidacies: 3, copies: 3, choices: 3, receipts: 1, traces: 1 };
const withoutCost = (body: string) => JSON.stringify(JSON.parse(body).data);

describe('the same submission', () => {
  test('G-04 sent twenty times at once with one key is one submission and twenty identical answers', async () => {
    const claire = await world.candidate('Claire');
    const held = await completeDossier(claire, { schools });
    const key = freshKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => sent(claire, held, key)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ body }) => withoutCost(body))).size).toBe(1);
    expect(JSON.parse(answers[0]?.body ?? '').data.submitApplication).toMatchObject({
      application: { state: 'SUBMITTED', version: held.version + 1 },
      userErrors: [],
    });
    expect(await counts(world, claire)).toEqual(once);
  });

  test('G-04 sent twenty times at once with twenty keys, one is accepted and the others see a version that moved', async () => {
    const anne = await world.candidate('Anne');
    const held = await completeDossier(anne, { schools });
    const answers = await Promise.all(Array.from({ length: 20 }, () => sent(anne, held, freshKey())));
    const codes = answers.map(({ body }) => JSON.parse(body).data.submitApplication.userErrors[0]?.code ?? 'ACCEPTED');
    expect(codes.filter((code) => code === 'ACCEPTED')).toHaveLength(1);
    expect(codes.filter((code) => code === 'STALE_VERSION')).toHaveLength(19);
    expect(await counts(world, anne)).toEqual(once);
  });

  test('repeated later, it answers in the selection asked for now and changes nothing', async () => {
    const lea = await world.candidate('Léa');
    const held = await completeDossier(lea, { schools });
    const input = { ...nextAct(held), statementDigest: held.statementDigest };
    await attempt(lea, 'submitApplication', input);
    const again = await lea.read(
      `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { application { state sections { status } } } }`,
      { input },
    );
    expect(again.submitApplication.application.state).toBe('SUBMITTED');
    expect(await counts(world, lea)).toEqual(once);
  });
});

describe('a key', () => {
  test('H-06 is refused with another input or for another act, too short, too long or left out; a refusal is not kept', async () => {
    const mia = await world.candidate('Mia');
    const held = await completeDossier(mia, { schools });
    const key = freshKey();
    const answers = { answers: { motivation: 'Une fois.' } };
    const input = { ...nextAct(held), idempotencyKey: key, ...answers };
    const saved = await attempt(mia, 'saveAnswers', input);
    expect(saved.application.version).toBe(held.version + 1);
    expect((await attempt(mia, 'saveAnswers', input)).application.version).toBe(held.version + 1);
    const other = await attempt(mia, 'saveAnswers', { ...input, answers: { motivation: 'Autre chose.' } });
    expect([other.status, other.errors[0]?.extensions.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const elsewhere = await attempt(mia, 'recallApplication', { ...nextAct(held), idempotencyKey: key });
    expect(elsewhere.errors[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    for (const idempotencyKey of ['short', 'k'.repeat(65), 'k'.repeat(10_000), 'un espace interdit', null]) {
      const refused = await attempt(mia, 'saveAnswers', { ...input, idempotencyKey });
      expect([refused.errors[0]?.extensions.code, refused.body.includes('kkkk')]).toEqual(['BAD_USER_INPUT', false]);
    }
    const later = { ...input, idempotencyKey: freshKey(), expectedVersion: 99 };
    expect((await attempt(mia, 'saveAnswers', later)).userErrors[0]).toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: held.version + 1,
    });
    const mended = { ...later, expectedVersion: held.version + 1 };
    expect((await attempt(mia, 'saveAnswers', mended)).application.version).toBe(held.version + 2);
  });

  test('H-06 whose first call still runs is waited for up to the lock time, then answered 409, to be sent again', async () => {
    const rose = await world.candidate('Rose');
    const held = await completeDossier(rose, { schools });
    const input = { ...nextAct(held), answers: { motivation: 'Patience.' } };
    const first = new Client({ connectionString: world.administratorUrl });
    await first.connect();
    await first.query('begin');
    await first.query(
      `insert into app.idempotency (principal_id, hat, key, operation, input_digest, at)
       select $1, 'candidate:' || id, $2, 'saveAnswers', '', now() from app.candidate where account_id = $1`,
      [rose.accountId, input.idempotencyKey],
    );
    const waited = await attempt(rose, 'saveAnswers', input);
    expect([waited.status, waited.errors[0]?.extensions.code]).toEqual([409, 'IDEMPOTENCY_KEY_IN_USE']);
    await first.query('rollback');
    await first.end();
    expect((await attempt(rose, 'saveAnswers', input)).application.version).toBe(held.version + 1);
  });

  test('H-06 belongs to its person: two may use the same', async () => {
    const [emma, jade] = [await world.candidate('Emma'), await world.candidate('Jade')];
    const key = freshKey();
    for (const person of [emma, jade]) {
      const held = await completeDossier(person, { schools });
      const input = { ...nextAct(held), idempotencyKey: key, answers: { motivation: 'La mienne.' } };
      expect((await attempt(person, 'saveAnswers', input)).application.reference).toBe(held.reference);
    }
  });
});

test('G-05 a submission and an edit sent together end as one of their two orders', async () => {
  const zoe = await world.candidate('Zoé');
  let held = await completeDossier(zoe, { schools, motivation: 'Avant.' });
  // What the dossier says now, and what the school was last sent of it.
  let text = 'Avant.';
  const atSchool = { number: 0, text: '' };
  // Eight times together, then once in each order, which chance need not bring.
  for (let round = 0; round < 10; round++) {
    const words = `Ronde ${round}.`;
    const edit = { ...nextAct(held), answers: { motivation: words } };
    const earlier = round === 8 ? await attempt(zoe, 'saveAnswers', edit) : null;
    const submitting = sent(zoe, held, freshKey());
    if (round === 9) await submitting;
    const [submission, saved] = await Promise.all([submitting, earlier ?? attempt(zoe, 'saveAnswers', edit)]);
    const isSubmitted = JSON.parse(submission.body).data.submitApplication.application !== null;
    expect(isSubmitted).toBe(saved.application === null);
    if (round >= 8) expect(isSubmitted).toBe(round === 9);
    held = { ...held, version: held.version + 1 };
    if (isSubmitted) {
      expect(saved.userErrors[0].code).toBe('STALE_VERSION');
      // A copy is kept where it would say the same again.
      if (atSchool.text !== text) Object.assign(atSchool, { number: atSchool.number + 1, text });
    } else text = words;
    const received = await receivedAt(world, 'imt-mines-albi', held.reference);
    expect({ number: received?.number ?? 0, text: received?.content.answers.motivation ?? '' }).toEqual(atSchool);
    expect(await shown(zoe, held, 'answers { text } version')).toEqual({
      answers: [expect.objectContaining({ text })],
      version: held.version,
    });
    if (isSubmitted) held = await acted(zoe, held, ['recallApplication', {}]);
  }
});

test('a submission costs as many statements for three schools as for one, and so does reading the dossier', async () => {
  const costs: number[][] = [];
  for (const [name, chosen] of [
    ['Une', schools.slice(0, 1)],
    ['Trois', schools],
  ] as const) {
    const person = await world.candidate(name);
    const held = await completeDossier(person, { schools: chosen });
    const submission = await countStatements(() => submit(person, held));
    const reading = await countStatements(() =>
      person.read(
        `query ($campaign: ID!) { me { application(campaignId: $campaign) { choices {
          school { name } specialisms { code } outcome objections { code } timeline { kind } } sections { status } } } }`,
        { campaign: held.campaignId },
      ),
    );
    costs.push([submission.statements.length, reading.statements.length]);
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]?.[0]).toBeLessThanOrEqual(40);
});
