import { provision } from '@guichet/database/server/provision';
import { durabilityFaults, readServerFacts, refusalOf } from '@guichet/database/server/server-refusal';
import { describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startForeign } from './start-foreign.ts';

const ownership = { database: 'admissions', owner: 'school owner', ownerPassword: "it's secret" };

async function asked<Answer>(connectionString: string, act: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

describe.each([16, 17, 18] as const)('a foreign PostgreSQL %i', (version) => {
  test('is prepared by its administrator once, or twice, and then accepted', async () => {
    const server = await startForeign(version);
    try {
      await provision(server.superuserUrl, ownership);
      await provision(server.superuserUrl, ownership);
      const { host } = new URL(server.superuserUrl);
      await asked(`postgres://school%20owner:it's%20secret@${host}/admissions`, async (owner) => {
        const facts = await readServerFacts(owner);
        expect(Math.trunc(facts.versionNumber / 10_000)).toBe(version);
        expect(refusalOf(facts)).toBeUndefined();
        expect(await durabilityFaults(owner)).toContain('fsync is off');
        await owner.query('create role app_login login noinherit; alter role app_login set track_activities = off');
        await owner.query('create role app_school; grant app_school to app_login with inherit false, set true');
        await owner.query('create schema ext; create extension unaccent schema ext; create extension pg_trgm schema ext');
        await expect(owner.query('select lo_create(0)')).rejects.toThrow('permission denied');
      });
    } finally {
      await server.stop();
    }
  });
});
