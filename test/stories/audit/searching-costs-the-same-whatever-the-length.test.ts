import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../world/actor.ts';
import { asConsortium } from '../../world/consortium.ts';
import { countStatements } from '../../world/count-statements.ts';
import { submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';
import { broken } from '../break-glass/break-glass-desk.ts';

let world: World;
let head: Actor;
let chair: Actor;

beforeAll(async () => {
  world = await aWorld();
  head = await world.member('imt-mines-albi', ['ADMIN'], 'head');
  chair = await world.consortium('Odile');
  for (const name of ['Claire', 'Paul', 'Nadia', 'Olga']) {
    const { schoolIds, reference } = await submitted(await world.candidate(name), { schools: ['imt-mines-albi'] });
    await broken(chair, { schoolId: schoolIds['imt-mines-albi'], reference });
  }
  await world.sql(
    `insert into app.audit (school_id, id, actor_id, act, at)
     select s.id, gen_random_uuid(), $1, 'CANDIDACY_OPENED', '2027-01-01Z' from app.school s, generate_series(1, 60) where s.slug = 'imt-mines-albi'`,
    [head.accountId],
  );
  await world.sql(
    `insert into app.audit_person (id, principal_id, hat, act, at)
     select gen_random_uuid(), $1, 'consortium', 'CAMPAIGN_UPDATED', '2027-01-01Z' from generate_series(1, 60)`,
    [chair.accountId],
  );
});
afterAll(() => world.close());

const line = 'edges { node { id action objectId purpose actor { displayName } } }';
const lists = {
  'a school’s trail': {
    person: () => head,
    document: `query ($n: Int!) { desk { audit(first: $n, filter: { since: "2026-01-01T00:00:00Z" }) { ${line} } } }`,
    sizes: [1, 10, 50],
  },
  'the consortium’s trail': {
    person: () => chair,
    document: `query ($n: Int!) { consortium { audit(first: $n) { ${line} } } }`,
    sizes: [1, 10, 50],
  },
  'break-glasses with their dossiers': {
    person: () => chair,
    document: `query ($n: Int!) { consortium { breakGlasses(first: $n) { edges { node { school { name } dossier { reference specialisms { code } } } } } } }`,
    sizes: [1, 2, 4],
  },
  'what the consortium read of a school': {
    person: () => head,
    document: `query ($n: Int!) { desk { breakGlasses(first: $n) { edges { node { by candidacy { id dossier { reference } } } } } } }`,
    sizes: [1, 2, 4],
  },
};

describe('the same number of statements for few and many', () => {
  test.each(Object.entries(lists))('%s', async (name, { person, document, sizes }) => {
    const options = name.includes('school') ? {} : asConsortium;
    const counts: number[] = [];
    for (let times = 0; times < 2; times += 1) await person().ask(document, { n: 1 }, options);
    for (const n of sizes) {
      const { answer, statements } = await countStatements(() => person().ask(document, { n }, options));
      expect([answer.errors, answer.body.match(/"node":\{/g)?.length]).toEqual([[], n]);
      counts.push(statements.length);
    }
    expect(new Set(counts).size).toBe(1);
  });
});
