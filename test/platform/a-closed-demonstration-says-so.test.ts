import { rmSync } from 'node:fs';
import { writeMark } from '@guichet/platform/demonstration/mark';
import { demonstrationWords } from '@guichet/platform/demonstration/tell-demonstration';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aWorld, type World } from '../world/world.ts';
import { dataFolder } from './started-platform.ts';

const data = dataFolder();
let world: World;
beforeAll(async () => {
  world = await aWorld();
  writeMark(data, { state: 'LOADED', slug: 'astg3-2027' });
});
afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true, force: true });
});

test('while the demonstration is open a later start names its accounts', async () => {
  expect(await demonstrationWords(world.gateway.binding, data)).toBe(`Accounts of the demonstration: ${data}/demo-accounts.json`);
});

test('once it has closed a later start says when, and how to load it anew', async () => {
  await world.at('2027-04-06T22:00:00Z');
  const words = await demonstrationWords(world.gateway.binding, data);
  expect(words).toContain('closed on 6 April 2027 at 23:59 (Europe/Paris)');
  expect(words).toContain('npx -y pnpm@12 demo:load');
});
