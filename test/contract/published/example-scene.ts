import { randomUUID } from 'node:crypto';
import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

/** The demonstration world, and who each folder of examples is for. */
export interface Scene {
  readonly world: World;
  readonly people: Readonly<Record<string, Actor>>;
  /** What a placeholder stands for at this moment. */
  valueOf(placeholder: string): Promise<unknown>;
}

const school = 'imt-mines-albi';
const other = 'imt-mines-ales';
const otherDevice = 'f0000000-0000-4000-8000-000000000001';

/** A campaign that is open, one dossier received, and one person of each kind. */
export async function aScene(): Promise<Scene> {
  const world = await aWorld();
  await submitted(await world.candidate('Claire'), { schools: [school, other] });
  const people = {
    public: world.nobody,
    account: await world.member(other, ['OFFICER'], 'several'),
    candidate: await world.candidate('Eloise'),
    school: await world.member(school, ['OFFICER']),
    reader: await world.member(school, ['REVIEWER']),
    'school-admin': await world.member(school, ['ADMIN'], 'head'),
    consortium: await world.consortium(),
  };
  await world.joinSchool(people.account, school, ['OBSERVER']);
  await world.sql('insert into auth.session (id, user_id, token, expires_at) values ($1, $2, $3, now())', [
    otherDevice,
    people.account.accountId,
    'a'.repeat(32),
  ]);
  await world.sql(
    `insert into app.assignment (school_id, candidacy_id, reader_id, is_masked)
     select c.school_id, c.id, $1, false from app.candidacy c join app.school s on s.id = c.school_id where s.slug = $2`,
    [people.reader.accountId, school],
  );
  await world.sql(
    `insert into app.mail_delivery (id, source, kind, state, tries, at, state_at)
     values (gen_random_uuid(), 'OUTBOX', 'APPLICATION_RECEIPT', 'GIVEN_UP', 10, app.clock(), app.clock())`,
  );
  return { world, people, valueOf: (placeholder) => valueOf(world, people.candidate, placeholder) };
}

async function valueOf(world: World, candidate: Actor, placeholder: string): Promise<unknown> {
  if (placeholder === 'key') return randomUUID();
  const statement = statements[placeholder];
  if (statement === undefined) throw new Error(`Nothing stands for {{${placeholder}}}`);
  const [row] = await world.sql<{ value: unknown }>(statement.replaceAll(':candidate', `'${candidate.accountId}'`));
  const type = idTypes[placeholder];
  return type === undefined ? row?.value : encodeId(type, String(row?.value));
}

const bySlug = (slug: string) => `select id as value from app.school where slug = '${slug}'`;
const current = `(select id from app.campaign where state <> 'DRAFT')`;
const draft = `from app.campaign where slug = 'astg3-2031'`;
const application = `app.application where candidate_id = (select id from app.candidate where account_id = :candidate)`;
const noticeDraft = `app.notice_draft d join app.school s on s.id = d.school_id where s.slug = '${school}' and d.campaign_id = ${current}`;
const offered = (slug: string) => `select p.id as value from app.specialism p
  join app.notice_version n on n.rules::text like '%"' || p.code || '"%' join app.school s on s.id = n.school_id
  where s.slug = '${slug}' order by p.code limit 1`;

const statements: Readonly<Record<string, string>> = {
  campaign: `select ${current} as value`,
  campaignSlug: `select slug as value from app.campaign where id = ${current}`,
  campaignVersion: `select version as value from app.campaign where id = ${current}`,
  draftCampaign: `select id as value ${draft}`,
  draftCampaignVersion: `select version as value ${draft}`,
  school: bySlug(school),
  otherSchool: bySlug(other),
  thirdSchool: bySlug('imt-lille-douai'),
  schoolSlug: `select '${school}' as value`,
  schoolVersion: `select version as value from app.school where slug = '${school}'`,
  specialism: offered(school),
  otherSpecialism: offered(other),
  application: `select id as value from ${application}`,
  applicationVersion: `select version as value from ${application}`,
  candidacy: `select c.id as value from app.candidacy c join app.school s on s.id = c.school_id where s.slug = '${school}' order by c.received_at limit 1`,
  lastName: `select 'clai' as value`,
  loginSession: `select '${otherDevice}' as value`,
  givenUpMail: `select id as value from app.mail_delivery where state = 'GIVEN_UP' limit 1`,
  noticeDraftVersion: `select d.version as value from ${noticeDraft}`,
};

const idTypes: Readonly<Record<string, string>> = {
  campaign: 'Campaign',
  draftCampaign: 'Campaign',
  school: 'School',
  otherSchool: 'School',
  thirdSchool: 'School',
  specialism: 'Specialism',
  otherSpecialism: 'Specialism',
  application: 'Application',
  candidacy: 'Candidacy',
  givenUpMail: 'MailDelivery',
  loginSession: 'LoginSession',
};
