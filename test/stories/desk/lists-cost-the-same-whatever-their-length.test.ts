import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { openCampaign } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let officer: Actor;
let reviewer: Actor;
let campaign: string;
let candidacy: string;

const school = 'imt-mines-albi';

const node = `id state version receivedAt isUnopened openedAt otherSchools { count } specialisms { id code name { fr } } readers { displayName }
  notice { id version school { name } specialisms { code } } history(first: 3) { edges { node { action actor { displayName } } } }
  dossier { id reference number institution country identity { lastName } contact { city } studies { diploma } qualification { kind } answers { text } }`;
const queue = `query ($n: Int!, $c: ID!) { desk { candidacies(campaignId: $c, first: $n) { edges { node { ${node} } } } } }`;
const counted = `query ($n: Int!, $c: ID!) { desk { candidacies(campaignId: $c, first: $n) { totalCount edges { node { id } } } } }`;
const byName = `query ($n: Int!, $c: ID!) { desk { candidacies(campaignId: $c, first: $n, orderBy: LAST_NAME_ASC,
  filter: { search: "nom", states: [RECEIVED], countries: ["FR"], isUnopened: true }) { edges { node { ${node} } } } } }`;
const readings = `query ($n: Int!) { reading { readings(first: $n) { edges { node { isMasked specialisms { code }
  candidacy { id openedAt notice { version } } dossier { reference identity { lastName } answers { text } } } } } } }`;
const history = `query ($n: Int!, $id: ID!) { node(id: $id) { ... on Candidacy { history(first: $n) { edges { node { action objectId } } } } } }`;
const campaigns = `query ($n: Int!) { campaigns(first: $n) { edges { node { slug members { school { name } notice { version specialisms { code } } } } } } }`;

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  reviewer = await world.member(school, ['REVIEWER']);
  campaign = (await openCampaign(world.nobody)).id;
  const ids = await plantQueue(
    world,
    school,
    Array.from({ length: 60 }, (_, index) => ({ lastName: `Nom ${index}` })),
  );
  candidacy = Buffer.from(`Candidacy:${ids[0]}`).toString('base64url');
  const own = `from app.candidacy c join app.school s on s.id = c.school_id where s.slug = '${school}'`;
  await world.sql(
    `insert into app.assignment (school_id, candidacy_id, reader_id, is_masked) select c.school_id, c.id, $1, false ${own}`,
    [reviewer.accountId],
  );
  await world.sql(
    `insert into app.audit (school_id, id, act, object_id, at) select c.school_id, gen_random_uuid(), 'CANDIDACY_READ', $1, c.received_at ${own}`,
    [ids[0]],
  );
});
afterAll(() => world.close());

/** Statements that read rows: without those that open, bind, time and end a transaction. */
const reads = (statements: readonly string[]) => statements.filter((text) => /from\s+(app|auth)\.|from \(/.test(text)).length;

const rowsIn = (body: string) => body.match(/"node":\{/g)?.length ?? 0;

describe('a list costs the same statements for 1, 10 and 50 rows', () => {
  const lists = {
    'the school’s queue with everything a row leads to': { document: queue, person: () => officer, most: 10 },
    'the queue with its size': { document: counted, person: () => officer, most: 4 },
    'the queue searched, filtered and by name': { document: byName, person: () => officer, most: 10 },
    'a reviewer’s readings': { document: readings, person: () => reviewer, most: 6 },
    'the history of one candidacy': { document: history, person: () => officer, most: 4 },
    'the published campaigns': { document: campaigns, person: () => world.nobody, most: 5 },
  };
  test.each(Object.entries(lists))('C-26 %s', async (_, { document, person, most }) => {
    const variables = { c: campaign, id: candidacy };
    const used = Object.fromEntries(Object.entries(variables).filter(([name]) => document.includes(`$${name}:`)));
    const ask = (n: number) => countStatements(() => person().ask(document, { n, ...used }));
    await ask(1);
    const answers = [];
    for (const n of [1, 10, 50]) answers.push(await ask(n));
    for (const { answer } of answers) expect(answer.errors).toEqual([]);
    expect(answers.map(({ statements }) => statements.length)).toEqual(Array(3).fill(answers[0]?.statements.length));
    expect(reads(answers[2]?.statements ?? [])).toBeLessThanOrEqual(most);
    if (document !== campaigns) expect(rowsIn(answers[2]?.answer.body ?? '')).toBeGreaterThanOrEqual(50);
  });
});
