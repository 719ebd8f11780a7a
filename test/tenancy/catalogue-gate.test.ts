import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { type Fault, gateFaults, pristine } from './catalogue-gate.ts';
import { type PlantedFault, plantedFaults, plantedObjects } from './planted-faults.ts';

let client: Client;
beforeAll(async () => {
  ({ client } = await pristine());
});
afterAll(() => client.end());

/** What the gate says while a fault stands; the transaction takes the fault away again. */
async function faultsWith({ sql }: PlantedFault): Promise<Fault[]> {
  await client.query('begin');
  try {
    await client.query(sql);
    return await gateFaults(client);
  } finally {
    await client.query('rollback');
  }
}

const named = (faults: readonly Fault[]) => faults.map(({ kind, object }) => `${kind}: ${object}`);

test('C-01 the catalogue of the migrated database has no fault', async () => {
  expect(await gateFaults(client)).toEqual([]);
});

test('the gate looks for twenty-four kinds of fault, and each has been planted', () => {
  const kinds = new Set([...plantedFaults, ...plantedObjects].map(({ kind }) => kind));
  expect([...kinds].toSorted((one, other) => one - other)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});

describe('C-01 the gate reports a planted fault', () => {
  test.each(plantedFaults)('C-01 $kind: $fault', async (planted) => {
    expect(named(await faultsWith(planted))).toContain(`${planted.kind}: ${planted.object}`);
  });
});

describe('C-09 what a migration adds without protections fails the gate', () => {
  test.each(plantedObjects)('C-09 $kind: $fault', async (planted) => {
    expect(named(await faultsWith(planted))).toContain(`${planted.kind}: ${planted.object}`);
  });
});

test('after the planting the catalogue is as it was', async () => {
  expect(await gateFaults(client)).toEqual([]);
});
