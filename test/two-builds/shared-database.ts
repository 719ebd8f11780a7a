import { randomBytes } from 'node:crypto';
import { provision } from '@guichet/database/server/provision';
import { Client } from 'pg';
import { clone, databaseUrl } from '../world/server.ts';
import type { Shared } from './build-process.ts';

/** An empty database for the older build to make, on the server of the run. */
export async function anEmptyDatabase(): Promise<Shared> {
  const { GUICHET_TEST_ADMINISTRATOR: root = '', GUICHET_TEST_OWNER: owner = '' } = process.env;
  const database = `b${randomBytes(6).toString('hex')}`;
  const { username, password } = new URL(owner);
  await provision(root, { database, owner: username, ownerPassword: decodeURIComponent(password) });
  return { administratorUrl: databaseUrl(root, database), ownerUrl: databaseUrl(owner, database) };
}

/** A copy of a database nobody is connected to. */
export async function copyOf({ administratorUrl, ownerUrl }: Shared): Promise<Shared> {
  const name = `b${randomBytes(6).toString('hex')}`;
  await clone(administratorUrl, { from: new URL(administratorUrl).pathname.slice(1), to: name });
  return { administratorUrl: databaseUrl(administratorUrl, name), ownerUrl: databaseUrl(ownerUrl, name) };
}

/** A connection past every wall, to look and to plant. */
export async function administratorOf({ administratorUrl }: Shared): Promise<Client> {
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  return client;
}
