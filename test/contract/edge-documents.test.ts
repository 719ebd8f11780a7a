import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, codeOf, limitOf, timed } from './probe-requests.ts';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe({ limits: { codeFields: ['hello'] } });
  await ask(probe, '{ self { self { __typename } } }');
  await ask(probe, '{ unknown }');
});
afterAll(() => probe.drain());

const chained = (fragments: number, body: (next: string) => string) => {
  const parts = Array.from({ length: fragments }, (_, at) => `fragment F${at} on Query ${body(`...F${at + 1}`)}`);
  return `{...F0} ${parts.join(' ')} fragment F${fragments} on Query {__typename}`;
};

const cheapest = (document: string) => timed(() => ask(probe, document));

describe('documents that unfold', () => {
  test('A-09 a named-fragment bomb of 3^13 is refused within 20 ms', async () => {
    const bomb = chained(13, (next) => `{a:self{${next}} b:self{${next}} c:self{${next}}}`);
    const answer = await cheapest(bomb);
    expect(answer).toMatchObject({ status: 400, data: undefined });
    expect(answer.cpu).toBeLessThanOrEqual(20);
    const plain = await ask(probe, bomb, { headers: { accept: 'application/json' } });
    expect(plain).toMatchObject({ status: 200, data: undefined });
    expect(plain.errors.length).toBeGreaterThan(0);
  });

  test('A-10 an alias-free bomb of 2^18 is refused within 20 ms', async () => {
    const answer = await cheapest(chained(18, (next) => `{self{${next} ${next}}}`));
    expect(answer).toMatchObject({ status: 400, data: undefined });
    expect(answer.cpu).toBeLessThanOrEqual(20);
  });

  test('A-10 a document that unfolds to more than a thousand selections is refused, though it is shallow and asks for no object', async () => {
    const answer = await ask(probe, `{${'...S '.repeat(60)}} fragment S on Query {${'__typename '.repeat(20)}}`);
    expect([answer.status, limitOf(answer)]).toEqual([400, 'COST']);
  });

  test('A-11 overlapping inline fragments and one field fifteen thousand times are refused within 20 ms', async () => {
    const overlap = `{${`...on Query{${'hello '.repeat(100)}}`.repeat(45)}}`;
    for (const document of [overlap, `{${'hello '.repeat(15_000)}}`]) {
      const answer = await cheapest(document);
      expect([answer.status, limitOf(answer)]).toEqual([400, 'TOKENS']);
      expect(answer.cpu).toBeLessThanOrEqual(20);
    }
  });

  test('A-12 circular fragments, a fragment on the wrong type and unused fragments do not validate', async () => {
    const circular = '{...A} fragment A on Query {self{...B}} fragment B on Query {self{...A}}';
    const unused = `{hello} ${Array.from({ length: 500 }, (_, at) => `fragment U${at} on Query{hello}`).join(' ')}`;
    for (const document of [circular, '{hello ...on Probe{id}}', '{...P} fragment P on Probe {id}', unused]) {
      expect((await ask(probe, document)).status).toBe(400);
    }
  });
});

describe('documents that are large', () => {
  test('A-13 a depth of 11 is refused and one of 10 answers', async () => {
    const nested = (levels: number) => `${'{self'.repeat(levels - 2)}{probe(id:"x"){id}}${'}'.repeat(levels - 2)}`;
    const spread = `{...D} fragment D on Query ${nested(11)}`;
    for (const document of [nested(11), spread]) {
      const answer = await ask(probe, document);
      expect([answer.status, codeOf(answer), limitOf(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED', 'DEPTH']);
    }
    expect((await ask(probe, nested(10))).status).toBe(200);
  });

  test('A-14 more than 15 aliases are refused, counted through fragments', async () => {
    const aliases = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `a${from + at}:__typename`).join(' ');
    const overFive = `{...F0 ...F1 ...F2 ...F3 ...F4} ${[0, 1, 2, 3, 4].map((at) => `fragment F${at} on Query {${aliases(4, at * 4)}}`).join(' ')}`;
    const oneTwice = `{${aliases(8)} self{...T} } fragment T on Query {${aliases(8, 8)}}`;
    for (const document of [`{${aliases(16)}}`, `{${aliases(160)}}`, overFive, oneTwice]) {
      const answer = await ask(probe, document);
      expect([answer.status, limitOf(answer)]).toEqual([400, 'ALIASES']);
    }
    expect((await ask(probe, `{${aliases(15)}}`)).status).toBe(200);
  });

  test('A-14 a field that takes a code stands once in a document, also through fragments', async () => {
    for (const document of ['{hello self{hello}}', '{...H self{...H}} fragment H on Query {hello}']) {
      expect(limitOf(await ask(probe, document))).toBe('ALIASES');
    }
    expect((await ask(probe, '{hello}')).status).toBe(200);
  });

  test('A-15 unknown, repeated and many directives are refused with few errors, and nothing is delivered in parts', async () => {
    const unknown = await ask(probe, `{hello ${'@aa '.repeat(10)}}`);
    expect(unknown.status).toBe(400);
    expect(unknown.errors.length).toBeLessThanOrEqual(6);
    const repeated = await ask(probe, `{hello ${'@skip(if:false)'.repeat(60)}}`);
    const spread = await ask(probe, `{${'self @skip(if:false) {__typename} '.repeat(60)}}`);
    const parts = await ask(probe, '{...on Query @defer {hello}}', { headers: { accept: 'multipart/mixed, application/json' } });
    expect([repeated.status, spread.status, codeOf(parts)]).toEqual([400, 400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(parts.headers.get('content-type')).toContain('application/json');
  });

  test('A-17 a document of 1001 tokens is refused with 400 and a literal of 1 MB with 413', async () => {
    const answers = [
      await ask(probe, `{${'__typename '.repeat(999)}}`),
      await ask(probe, `{hello(to:"${'x'.repeat(1_000_000)}")}`),
      await ask(probe, `{hello(to:"""${'\n'.repeat(10_000)}""")}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 413, 400]);
    expect(limitOf(answers[0] ?? answers[1]!)).toBe('TOKENS');
  });

  test('A-18 introspection is refused and __typename answers', async () => {
    const circular = '{__schema{types{fields{type{fields{type{fields{name}}}}}}}}';
    for (const document of ['{__schema{types{name}}}', '{__type(name:"Query"){name}}', circular]) {
      for (const who of ['', 'candidate']) {
        const answer = await ask(probe, document, { headers: { 'x-probe': who } });
        expect([answer.status, codeOf(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      }
    }
    expect((await ask(probe, '{__typename}')).data).toEqual({ __typename: 'Query' });
  });

  test('A-19 a misspelt field, argument, enum value or type brings no suggestion and no name', async () => {
    const misspelt = [
      ['{helo}', ['hello']],
      ['{hello(too:"x")}', ['"to"', 'hello']],
      ['{failing(how:EROR)}', ['ERROR', 'Failure', 'EROR']],
      ['query($i:ChangeProbeInptu){hello}', ['ChangeProbe']],
      ['mutation{changeProbe(input:{nmae:"secret-value"}){id}}', ['name', 'secret-value', 'ChangeProbe']],
      ['{instant(at:"secret-value")}', ['secret-value', 'DateTime']],
    ] as const;
    for (const [document, hidden] of misspelt) {
      const { status, text } = await ask(probe, document);
      expect(status).toBe(400);
      for (const word of ['Did you mean', ...hidden]) expect(text).not.toContain(word);
    }
  });
});
