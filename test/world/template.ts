import { invite } from '@guichet/admissions/account/invite';
import { openCampaign } from '@guichet/admissions/campaign/open-campaign';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { bindingKeys, loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork } from '@guichet/database/session/work';
import { loadDemonstration } from '@guichet/platform/demonstration/load-demonstration';
import { sql } from 'kysely';
import { Client } from 'pg';
import { addPerson, addSecondFactor, join } from './people.ts';

/** When every story begins, unless it moves the clock: the campaign is open since the day before, and closes on 6 April 2027. */
export const beginning = '2027-02-01T09:00:00Z';

export interface TemplateParts {
  readonly administratorUrl: string;
  readonly ownerUrl: string;
  readonly secret: string;
}

/** The database a story starts from: the demonstration campaign, open, one administrator per school, and a clock moved by hand. */
export async function makeTemplate({ administratorUrl, ownerUrl, secret }: TemplateParts): Promise<void> {
  const administrator = new Client({ connectionString: administratorUrl });
  await administrator.connect();
  try {
    for (const statement of movableClock) await administrator.query(statement);
    const orm = await createOrm({ url: loginUrl(ownerUrl, 'app_login', secret), connections: 2 });
    try {
      await fill({ orm, ...bindingKeys(secret) }, administrator, secret);
    } finally {
      await orm.close();
    }
  } finally {
    await administrator.end();
  }
}

// A row nobody but the test's own administrator can write: no principal moves the clock.
const movableClock = [
  'create schema test',
  'create table test.clock (at timestamptz not null)',
  `insert into test.clock values ('${beginning}')`,
  'grant usage on schema test to public',
  'grant select on test.clock to public',
  'create or replace function app.clock() returns timestamptz language sql stable parallel safe return (select at from test.clock)',
  'create or replace function auth.clock() returns timestamptz language sql stable parallel safe return (select at from test.clock)',
];

async function fill(binding: Binding, administrator: Client, secret: string) {
  const consortium = consortiumHat(systemPrincipal);
  const { campaignId } = await inWork(binding, consortium, loadDemonstration);
  const schools = await inWork(
    binding,
    consortium,
    async ({ db }) => (await sql<{ id: string; slug: string }>`select id, slug from app.school`.execute(db)).rows,
  );
  for (const { id, slug } of schools) {
    const person = await addPerson(administrator, `admin@${slug}.example`);
    const { token } = await inWork(binding, consortium, (work) =>
      invite(work, { email: person.email, displayName: `Admin ${slug}`, to: { schoolId: id, functions: ['ADMIN'] } }),
    );
    await addSecondFactor(administrator, person.accountId, secret);
    await join(binding, person, token);
  }
  const opened = await inWork(binding, consortium, (work) => openCampaign(work, { campaignId, expectedVersion: 1 }));
  if ('refused' in opened) throw new Error(`The campaign did not open: ${JSON.stringify(opened.refused)}`);
}
