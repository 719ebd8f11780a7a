import { randomInt } from 'node:crypto';
import type { CanaryWorld, PersonName } from '../../canary-world.ts';

/** What stands behind the # of the one invitation that somebody of the fixture may accept: VA, to be an officer too. */
export const invitationToken = 'b'.repeat(43);

/** What no act leaves: further devices, an invitation whose words are known, purposes, exports that failed. */
export async function plantRows({ world, people, canaries }: CanaryWorld): Promise<void> {
  for (const name of ['C1', 'C2', 'C3', 'C4', 'OA', 'OB', 'AA', 'RA1', 'OP'] as const satisfies readonly PersonName[]) {
    await world.sql(
      `insert into auth.session (user_id, token, expires_at, second_factor_at, device) values ($1, md5(random()::text), now(), auth.clock(), $2),
         ($1, md5(random()::text), now(), auth.clock(), $2)`,
      [people[name].accountId, canaries.of(name, 'person.device')],
    );
  }
  await world.sql(
    `insert into app.invitation (school_id, id, email, display_name, functions, digest, inviter_id, at, expires_at)
     select m.school_id, gen_random_uuid(), $1, 'VA', '{OFFICER}', sha256(convert_to($2, 'UTF8')), $3, app.clock(), app.clock() + interval '9 days'
     from app.membership m where m.account_id = $4`,
    [people.VA.email, invitationToken, people.AA.accountId, people.VA.accountId],
  );
  await world.sql(
    `insert into auth.mail (id, recipient, kind, locale) values (gen_random_uuid(), 'late@guichet.test', 'PASSWORD_CHANGED', 'fr')`,
  );
  await world.sql(`update app.export_job set state = 'FAILED', failure = 'NOT_WRITTEN', finished_at = app.clock()
    where id in (select id from app.export_job where format = 'CSV')`);
}

/** After the worker, and newest in their lists: a purpose in each school's trail, a mail given up, and counts of which none is kept back, in a school of which no principal is. */
export async function plantWork({ world, people, canaries }: CanaryWorld): Promise<void> {
  for (const side of ['A', 'B'] as const) {
    await world.sql(
      `insert into app.audit (school_id, id, actor_id, act, object_id, at, purpose)
       select school_id, gen_random_uuid(), account_id, 'EXPORT_DOWNLOADED', gen_random_uuid(), app.clock(), $1 from app.membership where account_id = $2`,
      [canaries.of(`staff ${side}`, 'audit.purpose'), people[`O${side}`].accountId],
    );
  }
  await world.sql(
    `insert into app.mail_delivery (id, source, kind, state, tries, reply_code, status, cause, at, sent_at, state_at)
     values (gen_random_uuid(), 'OUTBOX', 'APPLICATION_RECEIPT', 'GIVEN_UP', 10, 550, '5.1.1', 'EENVELOPE', app.clock(), app.clock(), app.clock())`,
  );
  await world.sql(
    `insert into app.totals (school_id, campaign_id, state, n)
     select s.id, c.id, 'RECEIVED', $1 from app.school s, app.campaign c where s.slug = 'imt-lille-douai' and c.slug = 'astg3-2027'`,
    [
      canaries.drawn(
        { owner: 'third school', place: 'totals.n' },
        () => randomInt(10_000, 90_000),
        (value) => `"count":${value}`,
      ),
    ],
  );
  await world.sql(
    `insert into app.campaign_totals (campaign_id, measure, day, n) select id, m, '2027-02-01', 9 from app.campaign, unnest(array['DRAFT', 'ARRIVED']) m
     where slug = 'astg3-2027' on conflict (campaign_id, measure, day) do update set n = excluded.n`,
  );
}
