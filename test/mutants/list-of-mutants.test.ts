import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { pristine } from '../tenancy/catalogue-gate.ts';
import { faultsWithout, isGated } from './gate-verdict.ts';
import { mutants } from './mutants.ts';
import { passagesAmiss } from './passages-amiss.ts';

const root = join(import.meta.dirname, '../..');

test('B-35 at least twenty-four walls are taken away, each under a name of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(24);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test('every file a mutant names is there, and every passage it replaces stands in its file once', () => {
  const files = mutants.flatMap(({ dies }) => dies).filter((file) => !existsSync(join(root, file)));
  expect(files).toEqual([]);
  expect(passagesAmiss(mutants)).toEqual([]);
});

describe('B-35 a wall of the catalogue taken away is noticed by the gate', () => {
  let client: Client;
  beforeAll(async () => {
    ({ client } = await pristine());
  });
  afterAll(() => client.end());

  test.each(mutants.filter(isGated))('B-35 $name', async (mutant) => {
    expect(await faultsWithout(client, mutant)).not.toEqual([]);
  });
});
