import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aWorld, type World } from '../world/world.ts';
import { type Watched, watchedPlatform } from './watched-gateway.ts';

const docs = join(import.meta.dirname, '../../docs');
const read = (file: string) => readFileSync(join(docs, file), 'utf8');
const dashboard = read('dashboards/guichet.json');
const rules = read('dashboards/guichet-alerts.yml');
const runbook = read('operations.md');

let world: World;
let watched: Watched;
let exposed: ReadonlySet<string>;

beforeAll(async () => {
  world = await aWorld();
  watched = await watchedPlatform(world.ownerUrl);
  await fetch(`${watched.publicUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000' },
    body: JSON.stringify({ query: '{ me { id } }' }),
  });
  exposed = namesExposed(await watched.metrics());
}, 240_000);
afterAll(async () => {
  await watched.stop();
  await world.close();
});

/** Names of all there is to read; of a histogram, those of its parts. */
function namesExposed(text: string): ReadonlySet<string> {
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  const parts = ['_bucket', '_sum', '_count'];
  return new Set(
    types.flatMap(([, name = '', type]) => (type === 'histogram' ? [name, ...parts.map((part) => name + part)] : [name])),
  );
}

const namesIn = (text: string) => [...new Set(text.match(/\b(?:guichet|nodejs|process)_[a-z0-9_]+/g))];
const alertsIn = (text: string, line: RegExp) => [...text.matchAll(line)].map(([, name = '']) => name).toSorted();

describe('what is shown', () => {
  test('every metric of the dashboard and of the alerts is one that gateway and worker expose', () => {
    const shown = namesIn(dashboard + rules);
    expect(shown.length).toBeGreaterThan(12);
    expect(shown.filter((name) => !exposed.has(name))).toEqual([]);
    expect(namesIn('rate(guichet_requets_total[5m])').filter((name) => !exposed.has(name))).toEqual(['guichet_requets_total']);
  });

  test('every metric of our own is on the dashboard', () => {
    const own = [...exposed].filter((name) => name.startsWith('guichet_') && !/_(?:bucket|sum|count)$/.test(name));
    const shown = new Set(namesIn(dashboard).map((name) => name.replace(/_(?:bucket|sum|count)$/, '')));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });

  test('every alert says in docs/operations.md what it means and what to do, and none is told of that does not exist', () => {
    const alerts = alertsIn(rules, /- alert: (\w+)/g);
    expect(alerts.length).toBeGreaterThan(10);
    expect(alertsIn(runbook, /^### (Guichet\w+)$/gm)).toEqual(alerts);
    const told = runbook.split(/^### /m).filter((part) => part.startsWith('Guichet'));
    for (const part of told) expect(part).toMatch(/\*\*What to do\.\*\* \S/);
  });
});

describe('the port of metrics', () => {
  test('is not the public one, which knows of none', async () => {
    expect((await fetch(`${watched.publicUrl}/metrics`)).status).toBe(404);
  });

  test('a name a client chose makes no further line: a hundred names are one', async () => {
    const lines = async () =>
      (await watched.metrics()).split('\n').filter((line) => line.startsWith('guichet_operation_')).length;
    const ask = (name: string) =>
      watched.gateway.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000' },
        payload: JSON.stringify({ query: `query ${name} { me { id } }` }),
      });
    await ask('First');
    const before = await lines();
    for (let number = 0; number < 100; number += 1) await ask(`Name${number}`);
    expect(await lines()).toBe(before);
    await ask('MyHats');
    expect(await lines()).toBeGreaterThan(before);
  });
});
