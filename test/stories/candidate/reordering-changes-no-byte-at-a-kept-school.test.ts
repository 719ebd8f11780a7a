import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { acted, choicesOf, type HeldDossier, openCampaign, shown, submit, submitted } from '../../world/dossier.ts';
import { receivedAt, rowsAt } from '../../world/rows-at.ts';
import { aWorld, type World } from '../../world/world.ts';

const [albi, ales, douai] = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'] as const;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** Recalled, chosen anew, submitted again, a day later. */
async function rechosen(from: Actor, held: HeldDossier, slugs: readonly string[]): Promise<HeldDossier> {
  await world.later({ hours: 24 });
  const person = await world.signInAgain(from);
  const recalled = await acted(person, held, ['recallApplication', {}]);
  const choices = choicesOf(await openCampaign(person), slugs);
  return submit(person, await acted(person, recalled, ['chooseSchools', { choices }]));
}

describe('a dossier recalled and submitted again', () => {
  test('only reordered, it changes no byte at any school, while its candidate has a second snapshot in the new order', async () => {
    const claire = await world.candidate('Claire');
    const held = await submitted(claire, { schools: [albi, ales, douai] });
    const before = await rowsAt(world, albi, ales, douai);
    const again = await rechosen(claire, held, [douai, ales, albi]);
    expect(await rowsAt(world, albi, ales, douai)).toEqual(before);

    const { choices, submittedAt } = await shown(
      await world.signInAgain(claire),
      again,
      'submittedAt choices { school { slug } preferenceRank timeline { kind } }',
    );
    expect(choices).toEqual([
      { school: { slug: douai }, preferenceRank: 1, timeline: [{ kind: 'RECEIVED' }] },
      { school: { slug: ales }, preferenceRank: 2, timeline: [{ kind: 'RECEIVED' }] },
      { school: { slug: albi }, preferenceRank: 3, timeline: [{ kind: 'RECEIVED' }] },
    ]);
    expect(submittedAt).toBe('2027-02-02T09:00:00.000Z');
    const ranks = await world.sql(
      `select s.number, p.rank, c.slug from app.preference p join app.snapshot s on s.id = p.snapshot_id join app.school c on c.id = p.school_id
       where s.content ->> 'reference' = $1 order by 1, 2`,
      [held.reference],
    );
    expect(ranks.map(({ number, rank, slug }) => `${number}: ${rank} ${slug}`)).toEqual([
      `1: 1 ${albi}`,
      `1: 2 ${ales}`,
      `1: 3 ${douai}`,
      `2: 1 ${douai}`,
      `2: 2 ${ales}`,
      `2: 3 ${albi}`,
    ]);
  });

  test('one school dropped and another added, a kept school sees no byte change', async () => {
    const anne = await world.candidate('Anne');
    const held = await submitted(anne, { schools: [albi, ales] });
    const before = await rowsAt(world, albi);
    await rechosen(anne, held, [albi, douai]);
    expect(await rowsAt(world, albi)).toEqual(before);
    expect(await receivedAt(world, ales, held.reference)).toMatchObject({ state: 'WITHDRAWN', number: 1 });
    expect(await receivedAt(world, douai, held.reference)).toMatchObject({ state: 'RECEIVED', number: 1 });
  });

  test('a school whose own content changed receives a further copy, with its own number and instant', async () => {
    const lea = await world.candidate('Léa');
    const held = await submitted(lea, { schools: [albi, ales] });
    const first = await receivedAt(world, albi, held.reference);
    await world.later({ hours: 1 });
    const recalled = await acted(lea, held, ['recallApplication', {}]);
    await submit(lea, await acted(lea, recalled, ['saveAnswers', { answers: { motivation: 'Mieux dit.' } }]));
    const second = await receivedAt(world, albi, held.reference);
    expect(second).toMatchObject({ number: 2, state: 'RECEIVED', received_at: first?.received_at });
    expect(second?.content.answers.motivation).toBe('Mieux dit.');
    expect(second?.digest).not.toBe(first?.digest);
    const { choices } = await shown(lea, held, 'choices { stateSince timeline { kind words } }');
    expect(choices[0].timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['RECEIVED', 'UPDATED']);
  });

  test('another specialism at one school is news to that school alone', async () => {
    const mia = await world.candidate('Mia');
    const held = await submitted(mia, { schools: [albi, ales] });
    const before = await rowsAt(world, ales);
    const campaign = await openCampaign(mia);
    const [first, second] = choicesOf(campaign, [albi, ales]);
    const member = campaign.members.find(({ school }: { school: { slug: string } }) => school.slug === albi);
    const other = member.notice.specialisms.find(({ id }: { id: string }) => id !== first?.specialismIds[0]);
    await world.later({ hours: 1 });
    const recalled = await acted(mia, held, ['recallApplication', {}]);
    await submit(
      mia,
      await acted(mia, recalled, ['chooseSchools', { choices: [{ ...first, specialismIds: [other.id] }, second] }]),
    );
    expect(await rowsAt(world, ales)).toEqual(before);
    expect(await receivedAt(world, albi, held.reference)).toMatchObject({ number: 2 });
  });

  test('a school that froze a further notice meanwhile keeps a kept dossier under the one it was submitted under', async () => {
    const rose = await world.candidate('Rose');
    const held = await submitted(rose, { schools: [albi, ales] });
    await world.sql(
      `insert into app.notice_version (school_id, id, campaign_id, number, digest, rules, author_id, reason, frozen_at)
       select v.school_id, gen_random_uuid(), v.campaign_id, 2, v.digest, jsonb_set(v.rules, '{number}', '2'), v.author_id, 'Précision', v.frozen_at
       from app.notice_version v join app.school s on s.id = v.school_id where s.slug = $1`,
      [albi],
    );
    const before = await rowsAt(world, albi);
    const again = await rechosen(rose, held, [ales, albi]);
    expect(await rowsAt(world, albi)).toEqual(before);
    const { choices } = await shown(await world.signInAgain(rose), again, 'choices { school { slug } noticeVersion }');
    expect(choices).toEqual([
      { school: { slug: ales }, noticeVersion: 1 },
      { school: { slug: albi }, noticeVersion: 1 },
    ]);
  });
});
