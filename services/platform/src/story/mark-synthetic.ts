import { Client } from 'pg';
import { withWallsLifted } from '../seed/lifted-walls.ts';

/** The story's candidate is nobody: marked so, it keeps no seed away from this database. */
export async function markSynthetic(ownerUrl: string, email: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await withWallsLifted(client, () =>
      client.query(
        'update app.candidate set is_synthetic = true where account_id = (select account_id from app.person where email = $1)',
        [email],
      ),
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}
