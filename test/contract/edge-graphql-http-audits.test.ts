import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe({ introspection: true });
});
afterAll(() => probe.drain());

test('A-01 the audits of graphql-http pass: every MUST, every SHOULD, and all MAY but the three that ask for GET', async () => {
  const results = await Promise.all(serverAudits({ url: `${probe.url}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()));
  const failed = results.filter(({ status }) => status !== 'ok').map(({ name }) => name);
  const passed = (level: string) => results.filter(({ name, status }) => name.startsWith(`${level} `) && status === 'ok').length;
  expect(failed.filter((name) => !name.includes('GET'))).toEqual([]);
  expect({ must: passed('MUST'), should: passed('SHOULD') }).toEqual({ must: 13, should: 23 });
  expect(passed('MAY')).toBeGreaterThanOrEqual(22);
});
