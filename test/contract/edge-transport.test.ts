import { gzipSync } from 'node:zlib';
import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, codeOf, send, timed, told } from './probe-requests.ts';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.drain());

const changing = JSON.stringify({ query: 'mutation { changeProbe(input: {name: "smuggled"}) { id } }' });
const executed = () => probe.journal.filter((line) => line.startsWith('begin'));

describe('what is never executed', () => {
  test('A-03 a GET is refused, query or mutation, with and without headers', async () => {
    const before = executed().length;
    const addresses = ['?query={__typename}', `?query=${encodeURIComponent('mutation{changeProbe(input:{name:"x"}){id}}')}`];
    for (const address of addresses) {
      for (const headers of [{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/json' }]) {
        const answer = await told(await fetch(`${probe.url}/graphql${address}`, { headers }));
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      }
    }
    expect(executed()).toHaveLength(before);
  });

  test('A-04 only application/json in utf-8 is taken', async () => {
    const before = executed().length;
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json;charset=utf-7',
    ];
    for (const type of [
      ...types,
      'application/json;charset=iso-2022-jp',
      'application/json; charset=utf-8; x=y',
      'text/json',
      '',
    ]) {
      expect([type, (await send(probe, changing, { 'content-type': type })).status]).toEqual([type, 415]);
    }
    const untyped = await fetch(`${probe.url}/graphql`, { method: 'POST', body: new TextEncoder().encode(changing) });
    expect(untyped.status).toBe(415);
    const invalid = new Uint8Array([
      ...new TextEncoder().encode('{"query":"{hello(to:\\"'),
      0xff,
      0xfe,
      ...new TextEncoder().encode('\\")}"}'),
    ]);
    expect((await send(probe, invalid)).status).toBe(400);
    expect(executed()).toHaveLength(before);
    for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
      expect((await send(probe, '{"query":"{hello}"}', { 'content-type': type })).status).toBe(200);
    }
  });

  test('A-05 a batch of 2 or 10 operations is refused', async () => {
    for (const count of [2, 10]) {
      const answer = await send(probe, JSON.stringify(Array.from({ length: count }, () => ({ query: '{hello}' }))));
      expect([answer.status, answer.data]).toEqual([400, undefined]);
    }
  });

  test('A-06 malformed, ambiguous and deeply nested JSON is refused in JSON within 50 ms', async () => {
    const bodies = [
      '{"query":"{hel',
      '{"query":',
      '{"query":"{hello}","query":"{secret}"}',
      '{"query":"{hello}","qu\\u0065ry":"{secret}"}',
      '7',
      '\uFEFF{"query":"{hello}"}',
      `{"query":"{hello}","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
      '',
    ];
    for (const body of bodies) {
      const answer = await timed(() => send(probe, body));
      expect(answer.cpu).toBeLessThan(50);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
      expect(answer.text).not.toMatch(/<html|\bat .*\.js|SyntaxError|position/i);
    }
  });

  test('A-07 a body of 101 KB and any compressed body are refused without being read', async () => {
    const large = JSON.stringify({ query: '{hello}', variables: { a: 'x'.repeat(101 * 1024) } });
    expect((await send(probe, large)).status).toBe(413);
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    for (const body of [Buffer.from('no gzip at all'), bomb]) {
      const answer = await send(probe, new Uint8Array(body), { 'content-encoding': 'gzip' });
      expect(answer.status).toBe(415);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1024 * 1024);
  });

  test('an act whose answer its client does not read is not done', async () => {
    const before = executed().length;
    for (const accept of ['application/json;q=0', '*/*;q=0', 'text/html, application/json; q=0.0', 'application/xml']) {
      const answer = await send(probe, changing, { accept });
      expect([accept, answer.status, codeOf(answer)]).toEqual([accept, 406, 'GRAPHQL_PARSE_FAILED']);
    }
    expect(executed()).toHaveLength(before);
    for (const accept of [
      'application/json; odata=verbose',
      'application/graphql-response+json; v=1',
      'text/html, */*;q=0.1',
      '',
    ]) {
      expect([accept, (await send(probe, changing, { accept })).status]).toEqual([accept, 200]);
    }
    expect(executed()).toHaveLength(before + 4);
  });

  test('A-20 persisted queries are refused, by hash alone and on registration', async () => {
    const extensions = {
      persistedQuery: { version: 1, sha256Hash: 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38' },
    };
    for (const body of [{ extensions }, { extensions, query: '{__typename}' }]) {
      const answer = await send(probe, JSON.stringify(body));
      expect([answer.status, answer.data, codeOf(answer)]).toEqual([400, undefined, 'GRAPHQL_PARSE_FAILED']);
    }
  });
});

describe('what surrounds an answer', () => {
  test('A-21 there is no page for queries at any usual path', async () => {
    for (const path of ['/', '/graphiql', '/playground', '/altair', '/voyager', '/graphql/console', '/sandbox', '/explorer']) {
      const answer = await fetch(`${probe.url}${path}`, { headers: { accept: 'text/html' } });
      expect([path, answer.status, await answer.text()]).toEqual([
        path,
        404,
        expect.not.stringMatching(/<(?:script|form)|graphiql/i),
      ]);
    }
    const page = await fetch(`${probe.url}/graphql`, { headers: { accept: 'text/html' } });
    const before = executed().length;
    const html = await send(probe, changing, { accept: 'text/html' });
    expect([page.status, html.status]).toEqual([405, 406]);
    expect(executed()).toHaveLength(before);
  });

  test('A-30 a foreign origin is refused, none is reflected, and no credentials are allowed', async () => {
    for (const origin of ['https://evil.example', 'null', 'https://guichet.example.evil', 'http://guichet.example']) {
      const answer = await ask(probe, '{hello}', { headers: { origin, cookie: 'guichet=x' } });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const ours = await ask(probe, '{hello}', { headers: { origin: 'https://guichet.example' } });
    expect([ours.status, ours.headers.get('access-control-allow-origin')]).toEqual([200, null]);
    const preflight = await fetch(`${probe.url}/graphql`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('the status is the one of the media type that the answer names', async () => {
    const [plain, specified] = ['application/json', 'application/graphql-response+json'];
    for (const [accept, type] of [
      [`${plain}, ${specified}`, plain],
      [`${plain};q=0.9, ${specified};q=0.5`, plain],
      [`${specified};q=0, ${plain}`, plain],
      ['*/*', plain],
      [`${specified}, ${plain};q=0.9`, specified],
      [`${specified};q=0.5, */*;q=0.1`, specified],
      ['Application/GraphQL-Response+JSON', specified],
    ] as const) {
      const answer = await ask(probe, '{', { headers: { accept } });
      const expected = [`${type}; charset=utf-8`, type === plain ? 200 : 400];
      expect([accept, answer.headers.get('content-type'), answer.status]).toEqual([accept, ...expected]);
    }
  });

  test('A-31 every answer says no-store', async () => {
    const answers = [
      await ask(probe, '{account}', { headers: { 'x-probe': 'someone' } }),
      await ask(probe, '{account}'),
      await ask(probe, '{'),
      await send(probe, '{'),
      await told(await fetch(`${probe.url}/nothing`)),
      await told(await fetch(`${probe.url}/health/live`).then(async (response) => response)),
    ];
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'no-store'));
  });

  test('the answers carry the headers that keep a browser from guessing', async () => {
    const { headers } = await ask(probe, '{hello}');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
