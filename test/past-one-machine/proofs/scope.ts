import { randomUUID } from 'node:crypto';
import { dropNames } from '@guichet/database/session/connection/statement-carrier';
import { schoolHat } from '@guichet/database/session/hat';
import { bindingKeys, loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { readingAs } from '@guichet/database/session/reading';
import { type Binding, beginWork, inWork } from '@guichet/database/session/work';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { freePort } from '../../platform/started-platform.ts';
import { clone, secret } from '../../world/server.ts';
import { startPooler } from '../around/pooler.ts';
import type { Proof } from './proof.ts';

const database = 'scoped';
const [lanes, turns] = [16, 120];

/**
 * Sixteen requests at once of three schools over two connections to the server: each reads as itself and as nobody else, whether it is one
 * statement, a transaction, an error or a rollback; and what is handed on is nobody's.
 */
export const scope: Proof = async (site) => {
  await clone(site.primary.url, { from: 'tmpl', to: database });
  const { pgbouncer, folder, primary, statements } = site;
  const pooler = await startPooler({ pgbouncer, folder, port: await freePort(), server: primary, size: 2 });
  const url = loginUrl(`postgres://127.0.0.1:${pooler.port}/${database}`, 'app_login', secret);
  const onPool = statements === 'named' ? undefined : dropNames;
  const orm = await createOrm({ url, connections: lanes, ...(onPool ? { onPool } : {}) });
  const binding = { orm, ...bindingKeys(secret) };
  try {
    const schools = [randomUUID(), randomUUID(), randomUUID()];
    const wrong: string[] = [];
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        for (let turn = 0; turn < turns; turn += 1) {
          const school = schools[(lane + turn) % schools.length] ?? '';
          const seen = await (ways[(lane * 7 + turn) % ways.length] ?? oneStatement)(binding, school);
          if (seen !== `app_school ${school}`) wrong.push(`${seen} instead of app_school ${school}`);
        }
      }),
    );
    const left = await leftBehind(url);
    const namesLost = await namesLostAt(url, schools);
    const isPlain = statements === 'unnamed' && namesLost === 0;
    return {
      requests: lanes * turns,
      wrong: wrong.length,
      handedOnClean: left.length === 0,
      namesLost,
      faults: [
        ...wrong.slice(0, 5),
        ...left,
        ...(isPlain ? ['the pooler carried names after all: they need not be dropped'] : []),
      ],
    };
  } finally {
    await orm.close();
    await pooler.stop();
  }
};

type Way = (binding: Binding, school: string) => Promise<string>;

const hatAt = (school: string) => schoolHat(randomUUID(), school, ['OFFICER']);

async function whoReads(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ who: string }>`select current_user || ' ' || current_setting('app.school') as who`.execute(db);
  return rows[0]?.who ?? 'nobody';
}

const oneStatement: Way = (binding, school) => whoReads(readingAs(binding, hatAt(school)).db);

const ways: readonly Way[] = [
  oneStatement,
  (binding, school) => inWork(binding, hatAt(school), ({ db }) => whoReads(db)),
  async (binding, school) => {
    const { db } = readingAs(binding, hatAt(school));
    await sql`select 1 / (${school}::text = '')::int`.execute(db).catch(() => {});
    return whoReads(db);
  },
  async (binding, school) => {
    const work = await beginWork(binding, hatAt(school), { readOnly: true, isSnapshot: true });
    await sql`select 1 / 0`.execute(work.db).catch(() => {});
    await work.rollback();
    return oneStatement(binding, school);
  },
  async (binding, school) => {
    const work = await beginWork(binding, hatAt(school));
    const seen = await whoReads(work.db);
    await work.commit();
    return seen;
  },
];

/** What a statement without any scope still finds of the ones before it. */
async function leftBehind(url: string): Promise<readonly string[]> {
  const text = `select current_user::text as who, coalesce(current_setting('app.school', true), '') || coalesce(current_setting('app.seal', true), '') as settings`;
  const clients = Array.from({ length: 4 }, () => new Client({ connectionString: url }));
  const found: string[] = [];
  for (const client of clients) {
    await client.connect();
    for (let turn = 0; turn < 20; turn += 1) {
      const [row] = (await client.query<{ who: string; settings: string }>(text)).rows;
      if (row?.who !== 'app_login' || row.settings !== '') found.push(`a connection was handed on as ${row?.who}`);
    }
    await client.end();
  }
  return found;
}

/** The control: by name, through the same pooler, how many of so many readings find a statement that is not on their connection, or is there twice. */
async function namesLostAt(url: string, schools: readonly string[]): Promise<number> {
  const orm = await createOrm({ url, connections: 8 });
  const binding = { orm, ...bindingKeys(secret) };
  let lost = 0;
  const lane = async () => {
    for (let turn = 0; turn < 20; turn += 1) await oneStatement(binding, schools[0] ?? '').catch(() => (lost += 1));
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  await orm.close();
  return lost;
}
