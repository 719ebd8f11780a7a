import { Client } from 'pg';
import { Refused } from '../terminal/refused.ts';

/** Tests replace the database's clock by one they move; a deadline that somebody can move like that is no deadline. */
export async function refuseMovedClock(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ body: string }>(
      `select pg_get_function_sqlbody(f) as body from unnest(array['app.clock()', 'auth.clock()']::regprocedure[]) f`,
    );
    if (rows.every(({ body }) => /^RETURN (transaction_timestamp|now)\(\)$/i.test(body.trim()))) return;
    throw new Refused(
      'The clock of this database is not the shipped one: it was made for tests. Production does not start on it.',
    );
  } finally {
    await client.end();
  }
}
