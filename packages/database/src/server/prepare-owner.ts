import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { addressOf, provision } from './provision.ts';

/** On a server of its own the platform plays the administrator: makes its owner and database, answers the owner's address. */
export async function prepareOwner(superuserUrl: string): Promise<string> {
  const ownerPassword = await storedPassword(superuserUrl);
  const ownership = { database: 'guichet', owner: 'app_owner', ownerPassword };
  await provision(superuserUrl, ownership);
  return addressOf(superuserUrl, ownership);
}

/** Beside the rows, not among them: who copies a backup gets no way in. */
async function storedPassword(superuserUrl: string): Promise<string> {
  const file = `${await dataFolder(superuserUrl)}.owner-password`;
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function dataFolder(connectionString: string): Promise<string> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory ?? '';
  } finally {
    await client.end();
  }
}
