import { Client } from 'pg';
import type { World } from '../../world/world.ts';

/** A connection past every wall, for what needs one of its own. */
export async function asAdministrator<T>(world: World, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: world.administratorUrl });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
