import { randomUUID } from 'node:crypto';
import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { madeKey, systemWith } from '../../world/key-desk.ts';
import { aWorld, type World } from '../../world/world.ts';

/** The demonstration world, and who each folder of examples is for. */
export interface Scene {
  readonly world: World;
  readonly people: Readonly<Record<string, Actor>>;
  /** What a placeholder of an example stands for at this moment. */
  valueOf(placeholder: string, example: string): Promise<unknown>;
}

const school = 'imt-mines-albi';
const other = 'imt-mines-ales';
const otherDevice = 'f0000000-0000-4000-8000-000000000001';

/** Examples that give a candidacy to its reader: each is about one of its own that nobody reads yet; all others about the first. */
const giving = ['school/assign-readers', 'school/assign-as-proposed'];

/** A campaign that is open, a dossier received and one more for each example that gives one away, and one person of each kind. */
export async function aScene(): Promise<Scene> {
  const world = await aWorld();
  await submitted(await world.candidate('Claire'), { schools: [school, other] });
  for (const place of giving.keys()) {
    await world.later({ minutes: 1 });
    await submitted(await world.candidate(`Given ${'abc'[place]}`), { schools: [school] });
  }
  const people = {
    public: world.nobody,
    account: await world.member(other, ['OFFICER'], 'several'),
    candidate: await world.candidate('Eloise'),
    school: await world.member(school, ['OFFICER']),
    reader: await world.member(school, ['REVIEWER']),
    'school-admin': await world.member(school, ['ADMIN'], 'head'),
    consortium: await world.consortium(),
  };
  const system = await madeKey(people['school-admin'], ['CANDIDACIES_READ', 'CANDIDACIES_WRITE', 'TOTALS_READ'], {
    name: 'Scene',
  });
  await world.joinSchool(people.account, school, ['OBSERVER']);
  await world.sql('insert into auth.session (id, user_id, token, expires_at) values ($1, $2, $3, now())', [
    otherDevice,
    people.account.accountId,
    'a'.repeat(32),
  ]);
  await world.sql(
    `insert into app.assignment (school_id, candidacy_id, reader_id, is_masked)
     select c.school_id, c.id, $1, false from app.candidacy c join app.school s on s.id = c.school_id where s.slug = $2
     order by c.received_at limit 1`,
    [people.reader.accountId, school],
  );
  await world.sql(
    `insert into app.mail_delivery (id, source, kind, state, tries, at, state_at)
     values (gen_random_uuid(), 'OUTBOX', 'APPLICATION_RECEIPT', 'GIVEN_UP', 10, app.clock(), app.clock())`,
  );
  await plantSpellings(world);
  await world.member(school, ['OBSERVER'], 'leaver');
  await world.consortium('former');
  await plantInvitations(world, people);
  const everybody = { ...people, key: systemWith(world, system.secret) };
  return { world, people: everybody, valueOf: (...asked: Asked) => valueOf(world, people.candidate, asked) };
}

/** Institutions somebody typed, one for each act on a spelling. */
const plantSpellings = (world: World) =>
  world.sql(
    `insert into app.free_institution (candidate_id, id, name, country, search_key, at)
     select c.id, gen_random_uuid(), n, 'TN', lower(n), app.clock() from (select id from app.candidate limit 1) c,
       unnest(array['Merged', 'Dismissed', 'Added']) n`,
  );

const invitationToken = 'b'.repeat(43);

/** One to be withdrawn, by the school and by the consortium, and one to be accepted. */
async function plantInvitations(world: World, people: { account: Actor; 'school-admin': Actor; consortium: Actor }) {
  const columns = 'id, email, display_name, digest, inviter_id, at, expires_at';
  const values = `gen_random_uuid(), $1, 'Ana', sha256(convert_to($2, 'UTF8')), $3, app.clock(), app.clock() + interval '14 days'`;
  const bySchool = `insert into app.invitation (school_id, functions, ${columns})
    select id, '{OBSERVER}', ${values} from app.school where slug = $4`;
  const admin = people['school-admin'].accountId;
  await world.sql(bySchool, ['withdrawn@ecole.example', 'a', admin, school]);
  await world.sql(bySchool, [people.account.email, invitationToken, admin, 'imt-lille-douai']);
  await world.sql(`insert into app.consortium_invitation (${columns}) values (${values})`, [
    'withdrawn@consortium.example',
    'c',
    people.consortium.accountId,
  ]);
}

type Asked = readonly [placeholder: string, example: string];

async function valueOf(world: World, candidate: Actor, [placeholder, example]: Asked): Promise<unknown> {
  if (placeholder === 'key') return randomUUID();
  const statement = placeholder === 'candidacy' ? nthCandidacy(giving.indexOf(example) + 1) : statements[placeholder];
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

const nthCandidacy = (place: number) => `select c.id as value from app.candidacy c join app.school s on s.id = c.school_id
  where s.slug = '${school}' order by c.received_at limit 1 offset ${place}`;

/** The one row an example made before, and its version. */
const standing = (name: string, table = name) => ({
  [name]: `select id as value from app.${table} limit 1`,
  [`${name}Version`]: `select version as value from app.${table} limit 1`,
});

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
  invitation: `select id as value from app.invitation where email = 'withdrawn@ecole.example'`,
  invitationToken: `select '${invitationToken}' as value`,
  consortiumInvitation: `select id as value from app.consortium_invitation where email = 'withdrawn@consortium.example'`,
  member: `select id as value from app.membership where display_name = 'leaver@${school}.example'`,
  memberVersion: `select version as value from app.membership where display_name = 'leaver@${school}.example'`,
  administrator: `select id as value from app.consortium_right where display_name = 'former'`,
  reader: `select m.id as value from app.membership m join app.school s on s.id = m.school_id
    where s.slug = '${school}' and m.functions = '{REVIEWER}' and m.ended_at is null order by m.id limit 1`,
  readerVersion: `select coalesce(max(version), 0) as value from app.reader_profile`,
  bulkAct: `select id as value from app.bulk_act where undone_at is null and kind = 'ASSIGN' order by at desc limit 1`,
  exportJob: `select id as value from app.export_job order by created_at desc limit 1`,
  reference: `select h.reference as value from app.dossier_head h join app.school s on s.id = h.school_id
    where s.slug = '${school}' order by h.received_at limit 1`,
  breakGlass: `select id as value from app.break_glass where ended_at is null limit 1`,
  lastName: `select 'clai' as value`,
  ...standing('label'),
  ...standing('note'),
  ...standing('view', 'saved_view'),
  loginSession: `select '${otherDevice}' as value`,
  mergedSpelling: `select id as value from app.free_institution where name = 'Merged'`,
  dismissedSpelling: `select id as value from app.free_institution where name = 'Dismissed'`,
  addedSpelling: `select id as value from app.free_institution where name = 'Added'`,
  institution: `select id as value from app.institution order by uai limit 1`,
  givenUpMail: `select id as value from app.mail_delivery where state = 'GIVEN_UP' limit 1`,
  apiKey: `select id as value from app.api_key where name <> 'Scene' limit 1`,
  apiKeyVersion: `select version as value from app.api_key where name <> 'Scene' limit 1`,
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
  exportJob: 'ExportJob',
  reader: 'Person',
  bulkAct: 'BulkAct',
  invitation: 'Invitation',
  consortiumInvitation: 'Invitation',
  member: 'Membership',
  administrator: 'Administrator',
  label: 'Label',
  note: 'Note',
  view: 'View',
  givenUpMail: 'MailDelivery',
  mergedSpelling: 'FreeInstitution',
  dismissedSpelling: 'FreeInstitution',
  addedSpelling: 'FreeInstitution',
  institution: 'Institution',
  loginSession: 'LoginSession',
  apiKey: 'ApiKey',
  breakGlass: 'BreakGlass',
};
