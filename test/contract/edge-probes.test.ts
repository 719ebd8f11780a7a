import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, send, told } from './probe-requests.ts';
import { findingsOf } from './scanner-probes.ts';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.drain());

test('A-02 the thirteen probes of a scanner find nothing', async () => {
  expect(await findingsOf({ url: probe.url, field: 'hello' })).toEqual([]);
});

test('A-02 what the probes look for, they find where it is', async () => {
  const open = await startProbe({ introspection: true });
  try {
    expect(await findingsOf({ url: open.url, field: 'hello' })).toEqual(['2 introspection']);
  } finally {
    await open.drain();
  }
});

test('a form post, an array and an unparsable document have no data at all', async () => {
  const byGet = told(await fetch(`${probe.url}/graphql?query={hello}`));
  for (const answer of [await send(probe, '[]'), await ask(probe, '{'), await byGet]) {
    expect(answer).toMatchObject({ data: undefined });
  }
});
