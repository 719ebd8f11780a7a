import { searchKey } from '@guichet/domain/candidate/person-name';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Selected } from '../world/actor.ts';
import { aWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const search = `query ($search: String, $first: Int!, $after: String) { institutions(search: $search, first: $first, after: $after) {
  edges { cursor node { id uai name { fr } acronym city country } } pageInfo { hasNextPage endCursor } } }`;
const found = async (text: string | null) => {
  const { institutions } = await world.nobody.read(search, { search: text, first: 100 });
  return institutions.edges.map((edge: { node: { name: { fr: string } } }) => edge.node.name.fr) as string[];
};

describe('anybody, without an account', () => {
  test('finds an institution by words of its name in any order, accents or not, by city, acronym or UAI', async () => {
    const [{ uai, name_fr: name }] = (await world.sql<{ uai: string; name_fr: string }>(
      `select uai, name_fr from app.institution where name_fr like '%é%' order by uai limit 1`,
    )) as [{ uai: string; name_fr: string }];
    for (const text of [uai.toLowerCase(), `\ufeff${uai}`, `${uai}\u200b`]) expect(await found(text)).toEqual([name]);
    const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
    expect(await found(plain.split(' ').toReversed().join('  '))).toContain(name);
  });

  test('finds nothing by a wildcard: it is a character like any other', async () => {
    expect(await found('%')).toEqual([]);
    expect(await found('_____')).toEqual([]);
    expect(await found('\\')).toEqual([]);
  });

  test('finds nothing by signs that are in no name, and everything by a blank', async () => {
    for (const text of ['-', '’', ' – ', '\u0301']) expect(await found(text)).toEqual([]);
    expect(await found(' \u200b')).toEqual(await found(null));
  });

  test('turns the page also after the longest names there are, in letters that take several signs to search by', async () => {
    const longest = ['Zürich '.padEnd(200, 'é'), 'Zürich '.padEnd(200, '\ufdfa')];
    for (const [at, name] of longest.entries())
      await world.sql(
        `insert into app.institution (id, uai, name_fr, name_en, city, country, search_key) values (gen_random_uuid(), $1, $2, $2, $3, 'CH', $4)`,
        [`XZURICH${at + 2}`, name, 'Zürich'.padEnd(100, 'ü'), searchKey(`${name} ${name} ${'Zürich'.padEnd(100, 'ü')}`)],
      );
    const read: string[] = [];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const { institutions }: Selected = await world.nobody.read(search, { search: 'zurich', first: 1, after });
      read.push(...institutions.edges.map((edge: Selected) => edge.node.name.fr));
      ({ endCursor: after, hasNextPage: isMore } = institutions.pageInfo);
    }
    expect(read).toEqual(expect.arrayContaining(longest));
    await world.sql(`delete from app.institution where uai like 'XZURICH%'`);
  });

  test('turns the pages of the whole list: every institution once, in the order of names', async () => {
    const ids: string[] = [];
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { institutions }: Selected = await world.nobody.read(search, { search: null, first: 60, after });
      for (const { node } of institutions.edges) {
        ids.push(node.id);
        names.push(node.name.fr);
      }
      after = institutions.pageInfo.hasNextPage ? institutions.pageInfo.endCursor : null;
    } while (after !== null);
    const [{ n }] = (await world.sql<{ n: number }>('select count(*)::int as n from app.institution')) as [{ n: number }];
    expect(new Set(ids).size).toBe(n);
    const initials = names.map((name) => searchKey(name).charCodeAt(0));
    expect(initials).toEqual(initials.toSorted((a, b) => a - b));
  });

  test('is refused a cursor of another search, and a page outside 1 to 100', async () => {
    const { institutions } = await world.nobody.read(search, { search: 'lille', first: 1 });
    const other = { search: 'paris', first: 1, after: institutions.edges[0].cursor };
    expect((await world.nobody.ask(search, other)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await world.nobody.ask(search, { first: 101 })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('reads the lists dossiers refer to, a school by its short name, and the clock that decides', async () => {
    const data = await world.nobody.read(`{ mentions { code name domain } countries { code name { fr en } }
      specialisms { code name { fr } admittedMentions } school(slug: "imt-mines-albi") { city } none: school(slug: "none") { city }
      serverTime }`);
    expect(data.mentions.length).toBeGreaterThan(30);
    expect(data.countries).toContainEqual({ code: 'DZ', name: { fr: 'Algérie', en: 'Algeria' } });
    const codes = new Set(data.mentions.map(({ code }: { code: string }) => code));
    expect(data.specialisms.flatMap((each: { admittedMentions: string[] }) => each.admittedMentions)).not.toHaveLength(0);
    for (const { admittedMentions } of data.specialisms) for (const code of admittedMentions) expect(codes).toContain(code);
    expect(data.school.city).toBe('Albi');
    expect(data.none).toBeNull();
    expect(data.serverTime).toBe('2027-02-01T09:00:00.000Z');
  });

  test('asks what is left to spend without spending', async () => {
    const ask = () =>
      world.nobody.ask<{ rateLimit: { limit: number; remaining: number; resetAt: string } }>(
        '{ rateLimit { limit remaining resetAt } }',
      );
    const first = await ask();
    const second = await ask();
    expect(first.data.rateLimit.limit).toBe(10_000);
    expect(second.data.rateLimit.remaining).toBeGreaterThanOrEqual(first.data.rateLimit.remaining);
    expect(JSON.parse(second.body).extensions.cost).toMatchObject({ requested: 0, actual: 0 });
  });
});
