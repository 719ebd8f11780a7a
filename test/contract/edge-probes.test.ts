import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, send, told } from './probe-requests.ts';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.drain());

const getting = async (query: string) => told(await fetch(`${probe.url}/graphql?query=${encodeURIComponent(query)}`));
const unanswered = { data: undefined };

test('A-02 the thirteen probes of a scanner find nothing', async () => {
  const findings: string[] = [];
  const find = (name: string, isFound: boolean) => isFound && findings.push(name);
  find('1 suggestion', (await ask(probe, '{ helo }')).text.includes('hello'));
  find('2 introspection', (await ask(probe, '{ __schema { queryType { name } } }')).data !== undefined);
  for (const path of ['/graphql', '/graphiql', '/playground', '/console', '/']) {
    const page = await fetch(`${probe.url}${path}`, { headers: { accept: 'text/html' } });
    find(`3 page at ${path}`, page.status < 400 || (page.headers.get('content-type') ?? '').includes('html'));
  }
  find('4 query by GET', (await getting('{__typename}')).data !== undefined);
  find('5 mutation by GET', (await getting('mutation{__typename}')).data !== undefined);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  find('6 form', (await send(probe, 'query={__typename}', form)).data !== undefined);
  const aliases = Array.from({ length: 101 }, (_, at) => `a${at}:hello`).join(' ');
  find('7 aliases', (await ask(probe, `{${aliases}}`)).data !== undefined);
  find(
    '8 batch',
    (await send(probe, JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{__typename}' }))))).status < 400,
  );
  find(
    '9 tracing',
    Object.keys((await ask(probe, '{hello}')).extensions).some((key) => key !== 'cost'),
  );
  find('10 directives', (await ask(probe, `{hello ${'@aa'.repeat(10)}}`)).errors.length >= 10);
  const circular = `{__schema{${'types{fields{type{'.repeat(4)}name${'}}}'.repeat(4)}}}`;
  find('11 circular introspection', (await ask(probe, circular)).data !== undefined);
  find('12 unclean error', /stack|exception|\.js|node_modules/i.test((await ask(probe, '{ hello')).text));
  find('13 repeated field', (await ask(probe, `{${'hello '.repeat(500)}}`)).errors.length > 5);
  expect(findings).toEqual([]);
});

test('a form post, an array and an unparsable document have no data at all', async () => {
  for (const answer of [await send(probe, '[]'), await ask(probe, '{'), await getting('{hello}')])
    expect(answer).toMatchObject(unanswered);
});
