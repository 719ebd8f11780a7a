import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { ask } from './probe-requests.ts';

const folder = mkdtempSync(join(tmpdir(), 'operations-'));
let probe: ProbeServer;
beforeAll(async () => {
  mkdirSync(join(folder, 'public'));
  writeFileSync(join(folder, 'public', 'hello.graphql'), 'query Hello($to: String) { hello(to: $to) }');
  writeFileSync(join(folder, 'public', 'hello.variables.json'), '{"to":"Marie"}');
  probe = await startProbe({ isProduction: false, operationsFolder: folder });
});
afterAll(async () => {
  await probe.drain();
  rmSync(folder, { recursive: true });
});

test('while developing, the page for queries comes whole from here, with the examples', async () => {
  const page = await fetch(`${probe.url}/graphiql`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, address]) => address ?? '')
    .filter((address) => address !== 'data:,' && !address.startsWith('#'));
  expect(parts.length).toBeGreaterThanOrEqual(6);
  for (const address of parts) {
    expect(address).toMatch(/^\/graphiql\//);
    expect([address, (await fetch(`${probe.url}${address}`)).status]).toEqual([address, 200]);
  }
  const examples = await (await fetch(`${probe.url}/graphiql/operations.json`)).json();
  const query = 'query Hello($to: String) { hello(to: $to) }';
  expect(examples).toEqual([{ audience: 'public', name: 'hello', query, variables: '{"to":"Marie"}' }]);
});

test('while developing, the bare address leads to the page', async () => {
  const answer = await fetch(probe.url, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/graphiql']);
});

test('while developing, the page may read the schema and ask from its own origin', async () => {
  for (const origin of [probe.url, probe.url.replace('127.0.0.1', 'localhost')]) {
    const answer = await ask(probe, getIntrospectionQuery(), { headers: { origin } });
    expect([answer.status, answer.errors]).toEqual([200, []]);
  }
  const foreign = await ask(probe, '{hello}', { headers: { origin: 'http://localhost:1' } });
  expect(foreign.status).toBe(403);
});
