import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { openCampaign, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';
import { accept, invited, inviteMember, mailed, refusalOf } from './invited.ts';

let world: World;
let ana: Actor;
let hats: Readonly<Record<string, string>>;

const albi = 'imt-mines-albi';
const ales = 'imt-mines-ales';
const account = '{ account { hats { value membership { school { slug } functions rights } } } }';
const queue = `query ($c: ID!) { desk { school { slug } members { person { displayName } }
  candidacies(campaignId: $c, first: 50) { edges { node { dossier { identity { lastName } } } } } } }`;

beforeAll(async () => {
  world = await aWorld();
  ana = await world.candidate('ana');
  for (const [slug, functions] of [
    [albi, ['OFFICER']],
    [ales, ['OBSERVER']],
  ] as const) {
    const admin = await world.member(slug, ['ADMIN'], `head of ${slug}`);
    const mail = await mailed(world, admin, invited(ana.email, functions));
    expect(refusalOf(await accept(ana, mail))).toBeNull();
    ana = await world.signInAgain(ana);
  }
  const { hats: held } = (await ana.read(account)).account;
  hats = Object.fromEntries(held.map(({ value, membership }: Selected) => [membership.school.slug, value]));
  await submitted(await world.candidate('Claire'), { schools: [albi, 'imt-lille-douai'] });
  await submitted(await world.candidate('Paul'), { schools: [ales, 'imt-lille-douai'] });
});
afterAll(() => world.close());

test('one person invited by two schools holds in each what that school gave, as sentences', async () => {
  const { hats: held } = (await ana.read(account)).account;
  const rights = Object.fromEntries(held.map(({ membership }: Selected) => [membership.school.slug, membership.rights]));
  expect(rights[albi]).toContain('Peut ouvrir tout dossier reçu par l’école.');
  expect(rights[ales]).toContain('Ne peut pas ouvrir de dossier.');
  expect(rights[albi]).toContain('Ne peut pas inviter ni retirer de membre.');
});

test('two tabs ask at once, fifty times each, and no answer holds a word of the other school', async () => {
  const { id } = await openCampaign(world.nobody);
  const names: Readonly<Record<string, string>> = { [albi]: 'Claire', [ales]: 'Paul' };
  const wrong: string[] = [];
  const look = async (slug: string, other: string) => {
    const { status, body, data } = await ana.ask(queue, { c: id }, { actingAs: hats[slug] ?? '' });
    const isOwn = data?.desk?.school.slug === slug && data.desk.candidacies.edges.length === 1;
    if (!isOwn || body.includes(other) || body.includes(names[other] ?? '')) wrong.push(`${slug}: ${status} ${body}`);
  };
  const tab = async (slug: string, other: string) => {
    for (let times = 0; times < 50; times += 1) await look(slug, other);
  };
  await Promise.all([tab(albi, ales), tab(ales, albi)]);
  expect(wrong).toEqual([]);
});

test('the hat worn decides what may be done: an officer there, an observer here, an administrator nowhere', async () => {
  for (const actingAs of Object.values(hats)) {
    expect(refusalOf(await ana.ask(inviteMember, invited('friend@example.org'), { actingAs }))).toBe('FORBIDDEN');
  }
});
