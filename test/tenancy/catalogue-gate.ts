import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { clone, databaseUrl } from '../world/server.ts';

/** One fault of the catalogue, numbered by its kind. */
export interface Fault {
  readonly kind: number;
  readonly object: string;
  readonly detail: string;
}

/** One cell of the class table as the gate writes it by hand: letters of the verbs, lower case where only some columns. */
export interface ClassCell {
  readonly t: string;
  readonly role: string;
  readonly may: string;
}

const gate = readFileSync(join(import.meta.dirname, '../../packages/database/src/walls/gate.sql'), 'utf8');
const [byHand = ''] = gate.split('-- ── what the catalogue holds');

/** Every fault of the database a client is connected to. */
export const gateFaults = async (client: Client): Promise<Fault[]> => (await client.query<Fault>(gate)).rows;

/** The class table of the gate. */
export const classTable = async (client: Client): Promise<ClassCell[]> =>
  (await client.query<ClassCell>(`${byHand.trimEnd().replace(/,$/, '')} select t, role, may from class_table order by 1, 2`))
    .rows;

/** A migrated, empty database with the shipped clock, seen by its administrator. */
export async function pristine(): Promise<{ readonly name: string; readonly client: Client }> {
  const { GUICHET_TEST_ADMINISTRATOR: root = '' } = process.env;
  const name = `gate${randomBytes(6).toString('hex')}`;
  await clone(root, { from: 'guichet', to: name });
  const client = new Client({ connectionString: databaseUrl(root, name) });
  await client.connect();
  return { name, client };
}
