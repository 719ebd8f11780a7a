import { createGateway } from '@guichet/gateway/gateway';
import { pino } from 'pino';
import type { Actor } from '../../world/actor.ts';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';

/** The demonstration's three schools, and two more that judge as the first does. */
export const fiveSchools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai', 'ecole-quatre', 'ecole-cinq'] as const;
export type School = (typeof fiveSchools)[number];

/** A campaign of five schools whose clock runs on by the microsecond, with a gateway on a port and somebody at each school. */
export interface FiveSchools {
  readonly world: World;
  readonly port: number;
  readonly staff: Readonly<Record<School, Actor>>;
  readonly schoolIds: Readonly<Record<School, string>>;
  close(): Promise<void>;
}

export async function aCampaignOfFive(): Promise<FiveSchools> {
  const world = await aWorld();
  for (const statement of [...runningClock, ...twoMoreSchools]) await world.sql(statement);
  const staff: [School, Actor][] = [];
  for (const slug of fiveSchools) staff.push([slug, await world.member(slug, ['ADMIN'], 'secrecy')]);
  const rows = await world.sql<{ id: string; slug: School }>('select id, slug from app.school where slug = any ($1)', [
    fiveSchools,
  ]);
  const gateway = await createGateway({
    databaseUrl: world.ownerUrl,
    secret,
    url: 'http://127.0.0.1:4000',
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    connections: 8,
    budget: 999_999_999,
  });
  await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const address = gateway.app.server.address();
  return {
    world,
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    staff: Object.fromEntries(staff) as FiveSchools['staff'],
    schoolIds: Object.fromEntries(rows.map(({ id, slug }) => [slug, id])) as FiveSchools['schoolIds'],
    close: async () => {
      await gateway.close();
      await world.close();
    },
  };
}

// A frozen clock would hide what instants tell: here it runs on by the microsecond, from where the test's clock stands.
const sinceMidnight = `transaction_timestamp() - date_trunc('day', transaction_timestamp())`;
const runningClock = ['app', 'auth'].map(
  (schema) => `create or replace function ${schema}.clock() returns timestamptz language sql stable parallel safe
    return (select at from test.clock) + (${sinceMidnight})`,
);

const copied = (slug: string) => [
  `insert into app.school (id, slug, name, short_name, city) select gen_random_uuid(), '${slug}', '${slug}', '${slug}', 'Ville'`,
  `insert into app.campaign_member (school_id, campaign_id) select s.id, c.id from app.school s, app.campaign c where s.slug = '${slug}'`,
  `insert into app.notice_version (school_id, id, campaign_id, number, digest, rules, author_id, reason, frozen_at)
   select s.id, gen_random_uuid(), n.campaign_id, n.number, n.digest, n.rules, n.author_id, n.reason, n.frozen_at
   from app.school s, app.notice_version n join app.school a on a.id = n.school_id where s.slug = '${slug}' and a.slug = 'imt-mines-albi'`,
];
const twoMoreSchools = [...copied('ecole-quatre'), ...copied('ecole-cinq'), 'update app.campaign set max_choices = 5'];
