import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, codeOf, send, type Told } from './probe-requests.ts';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.drain());

const refusal = (answer: Told) => [answer.status, codeOf(answer), answer.errors[0]?.extensions['argument']];
const malformed = (argument: string) => [400, 'BAD_USER_INPUT', argument];

describe('pages', () => {
  const page = 'edges { node { id } }';

  test('A-16 a page outside 1 to 100 is refused wherever its size stands, and never clamped', async () => {
    for (const first of ['1000000', '101', '-1', '0', 'null']) {
      expect(refusal(await ask(probe, `{ probes(first: ${first}) { ${page} } }`))).toEqual(malformed('first'));
      if (first === 'null') continue;
      const byVariable = await ask(probe, `query($n: Int) { probes(last: $n) { ${page} } }`, { variables: { n: Number(first) } });
      expect(refusal(byVariable)).toEqual(malformed('last'));
      const byDefault = await ask(probe, `query($n: Int = ${first}) { probes(first: $n) { ${page} } }`);
      expect(refusal(byDefault)).toEqual(malformed('first'));
      expect(refusal(await ask(probe, `{ counted(page: { first: ${first} }) }`))).toEqual(malformed('page.first'));
    }
    expect(refusal(await ask(probe, `{ probes { ${page} } }`))).toEqual(malformed('first'));
    expect(refusal(await ask(probe, `{ probes(first: 2, last: 2) { ${page} } }`))).toEqual(malformed('last'));
    expect(refusal(await ask(probe, `{ probes(first: 2, before: "x") { ${page} } }`))).toEqual(malformed('before'));
  });

  test('A-16 the cost is the product of the coerced sizes', async () => {
    const document = `query($n: Int = 3) { probes(first: $n) { ${page} } }`;
    const cost = async (variables: unknown) => (await ask(probe, document, { variables })).extensions['cost']?.['requested'];
    expect([await cost({}), await cost({ n: 1 }), await cost({ n: 100 })]).toEqual([8, 4, 202]);
    const nested = await ask(
      probe,
      `{ ${'self { '.repeat(2)} a: probes(first: 100) { ...R } ${'} '.repeat(2)} } fragment R on ProbeConnection { edges { node { id itself { id } } } totalCount }`,
    );
    expect(nested.extensions['cost']).toMatchObject({ requested: 314 });
  });

  test('a list that a variable leaves out needs no size and costs nothing, and costs again once it is asked for', async () => {
    const document = `query($with: Boolean!, $n: Int) { hello ...Rows @include(if: $with) probes(first: $n) @skip(if: true) { ${page} } }
      fragment Rows on Query { some: probes(first: $n) { ${page} } }`;
    const asked = (variables: unknown) => ask(probe, document, { variables });
    const without = await asked({ with: false });
    expect([without.status, without.data, without.extensions['cost']?.['requested']]).toEqual([200, { hello: 'hello world' }, 1]);
    expect((await asked({ with: true, n: 3 })).extensions['cost']?.['requested']).toBe(8);
    expect(refusal(await asked({ with: true }))).toEqual(malformed('first'));
  });

  test('a document dearer than 2000 is refused, though its page sizes are given by a variable', async () => {
    const many = Array.from({ length: 10 }, (_, at) => `p${at}: probes(first: $n) { ${page} }`).join(' ');
    const answer = await ask(probe, `query($n: Int!) { ${many} }`, { variables: { n: 100 } });
    expect([answer.status, codeOf(answer), answer.errors[0]?.extensions['limit']]).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
      'COST',
    ]);
    expect((await ask(probe, `query($n: Int!) { ${many} }`, { variables: { n: 10 } })).status).toBe(200);
  });

  test('pages follow each other in both directions, and a cursor that is not of this list is refused', async () => {
    const fields = 'edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const read = async (asked: string) => (await ask(probe, `{ probes(${asked}) { ${fields} } }`)).data?.['probes'] as ProbePage;
    const names = ({ edges }: ProbePage) => edges.map(({ node }) => node.name);
    const first = await read('first: 2');
    const second = await read(`first: 2, after: "${first.pageInfo.endCursor}"`);
    const back = await read(`last: 2, before: "${second.pageInfo.startCursor}"`);
    const last = await read('last: 2');
    expect([first, second, back, last].map(names)).toEqual([
      ['probe 0', 'probe 1'],
      ['probe 2', 'probe 3'],
      ['probe 0', 'probe 1'],
      ['probe 248', 'probe 249'],
    ]);
    expect([back.pageInfo.hasPreviousPage, last.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage]).toEqual([
      false,
      false,
      true,
    ]);
    const foreign = Buffer.from(JSON.stringify(['0123456789abcdef', '00001', '00000000-0000-4000-8000-000000000001'])).toString(
      'base64url',
    );
    for (const cursor of [foreign, 'rubbish', 'W10']) {
      expect(refusal(await ask(probe, `{ probes(first: 2, after: "${cursor}") { ${page} } }`))).toEqual(malformed('after'));
    }
  });
});

interface ProbePage {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[];
  readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string>> &
    Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>>;
}

describe('variables', () => {
  test('A-24 variables that are no object, missing ones and an unknown operation are refused; undeclared ones are ignored', async () => {
    for (const variables of ['"{}"', '[]', '7']) {
      expect((await send(probe, `{"query":"{hello}","variables":${variables}}`)).status).toBe(400);
    }
    const required = 'query($to: String!) { hello(to: $to) }';
    expect(refusal(await ask(probe, required))).toEqual(malformed('to'));
    expect(refusal(await ask(probe, required, { variables: { to: null } }))).toEqual(malformed('to'));
    expect((await ask(probe, '{hello}', { variables: { undeclared: 'x' } })).status).toBe(200);
    for (const operationName of ['Unknown', '\ud800', 'B\u0000']) {
      const answer = await ask(probe, 'query A { hello }', { operationName });
      expect([answer.status, answer.data]).toEqual([400, undefined]);
    }
  });

  test('a variable that is left out has the default its document gives it, required or not, number or instant', async () => {
    const page = await ask(probe, 'query($n: Int! = 3) { probes(first: $n) { edges { cursor } } }');
    expect([page.status, page.data]).toEqual([200, { probes: { edges: Array.from({ length: 3 }, () => expect.anything()) } }]);
    const at = '2027-04-06T21:59:00.000Z';
    for (const type of ['DateTime!', 'DateTime']) {
      const echo = await ask(probe, `query($at: ${type} = "2027-04-06T21:59:00Z") { instant(at: $at) }`);
      expect([echo.status, echo.data]).toEqual([200, { instant: at }]);
    }
    const given = await ask(probe, `query($at: DateTime! = "2001-01-01T00:00:00Z") { instant(at: $at) }`, { variables: { at } });
    expect(given.data).toEqual({ instant: at });
  });

  test('A-25 keys that reach prototypes are refused anywhere, and nothing is polluted', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype', '__pr\\u006fto__']) {
      const bodies = [
        `{"query":"{hello}","variables":{"${key}":{"polluted":1}}}`,
        `{"query":"mutation($i: ChangeProbeInput!){changeProbe(input:$i){id}}","variables":{"i":{"name":"x","${key}":{"polluted":1}}}}`,
        `{"query":"{hello}","${key}":{"polluted":1}}`,
      ];
      for (const body of bodies) expect((await send(probe, body)).status).toBe(400);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('A-26 a list of more than 100 items is refused, in a variable and in the document', async () => {
    const document = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = (count: number) => Array.from({ length: count }, () => 'x');
    expect(refusal(await ask(probe, document, { variables: { ids: ids(2500) } }))).toEqual(malformed('ids'));
    expect(refusal(await ask(probe, document, { variables: { ids: ids(101) } }))).toEqual(malformed('ids'));
    expect(refusal(await ask(probe, `{ nodes(ids: ${JSON.stringify(ids(101))}) { id } }`))).toEqual(malformed('ids'));
    const [told] = (await ask(probe, document, { variables: { ids: ids(101) } })).errors;
    expect(told).toMatchObject({ message: expect.stringContaining('more than 100 items'), extensions: { limit: 'LIST' } });
    const full = await ask(probe, document, { variables: { ids: ids(100) } });
    expect([full.status, full.extensions['cost']?.['requested']]).toEqual([200, 101]);
  });

  test('C-16 an operator object where a value belongs is refused', async () => {
    for (const value of [{ $ne: '' }, { $or: [{}] }, { id: { $gt: 0 } }, ['a', 'b']]) {
      expect(refusal(await ask(probe, 'query($to: String) { hello(to: $to) }', { variables: { to: value } }))).toEqual(
        malformed('to'),
      );
    }
  });

  test('E-02 E-03 a NUL or a lone surrogate is refused in any text, in variables and in the document', async () => {
    for (const escaped of ['\\u0000', '\\ud800', 'a\\udc00b']) {
      const asked = `{"query":"query($to: String) { hello(to: $to) }","variables":{"to":"${escaped}"}}`;
      expect(refusal(await send(probe, asked))).toEqual(malformed('to'));
      const nested = `{"query":"mutation($i: ChangeProbeInput!) { changeProbe(input: $i) { id } }","variables":{"i":{"name":"x","details":[{"text":"${escaped}"}]}}}`;
      expect(refusal(await send(probe, nested))).toEqual(malformed('i'));
      const id = `{"query":"query($id: ID!) { probe(id: $id) { id } }","variables":{"id":"${escaped}"}}`;
      expect(refusal(await send(probe, id))).toEqual(malformed('id'));
    }
    expect(refusal(await ask(probe, '{ hello(to: "a\\u0000") }'))).toEqual(malformed('to'));
  });

  test('E-09 numbers coerce strictly, and a malformed id answers as an unknown one does', async () => {
    const document = 'query($at: DateTime!, $number: Int) { instant(at: $at, number: $number) }';
    const at = '2027-04-06T21:59:00.123Z';
    for (const number of [2 ** 31, 1.5, '7', '007', true, 1e30]) {
      expect(refusal(await ask(probe, document, { variables: { at, number } }))).toEqual(malformed('number'));
    }
    expect((await ask(probe, document, { variables: { at, number: 2 ** 31 - 1 } })).data).toEqual({ instant: at });
    expect((await ask(probe, '{ instant(at: "2027-04-06T21:59:00Z", number: 2147483648) }')).status).toBe(400);
    const unknown = Buffer.from('Nobody:00000000-0000-4000-8000-000000000000').toString('base64url');
    const answers = await Promise.all(
      ['x', '', '007', '999999999999', unknown].map((id) =>
        ask(probe, `{ probe(id: "${id}") { id } }`, { headers: { 'x-budget': `budget of ${id}` } }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text.replace(/"available":\d+/, '')}`)).size).toBe(1);
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'NOT_FOUND'));
  });

  test('E-15 E-16 an input class is checked at every level, and its refusal holds a path and no value', async () => {
    const change = 'mutation($i: ChangeProbeInput!) { changeProbe(input: $i) { name } }';
    const ask1 = (i: unknown) => ask(probe, change, { variables: { i } });
    const long = 'a-password-of-nobody';
    const nested = await ask1({ name: 'x', details: [{ text: 'fine' }, { text: long }] });
    const flat = await ask1({ name: 'x', email: long });
    expect([refusal(nested), refusal(flat)]).toEqual([malformed('details.1.text'), malformed('email')]);
    for (const { text } of [nested, flat])
      expect(text).not.toMatch(new RegExp(`${long}|target|value"|constraints|validationErrors`));
    expect((await ask1({ name: 'x', email: null })).data).toEqual({ changeProbe: { name: 'x' } });
  });
});
