import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Client } from 'pg';
import { type CanaryWorld, type PersonName, type Side, schoolOf } from '../../canary-world.ts';
import { newest } from '../asking/example-values.ts';

/** What somebody's own acts are about, by placeholder of the examples; `example.placeholder` for one example alone. */
export type Picks = Readonly<Record<string, unknown>>;

/** For each of a team and for the consortium, rows that let every act of the contract succeed once. */
export async function picksOf(
  { people, candidacies, dossiers }: CanaryWorld,
  database: Client,
): Promise<Readonly<Record<string, Picks>>> {
  const pick = picker(database);
  const picks: Record<string, Picks> = { OP: { ...(await pick(ofConsortium)), ...inMaking, reference: dossiers.C1.reference } };
  for (const [side, { names, leaver, candidacy }] of Object.entries(teams)) {
    const ofAll = await pick(ofTeam(side as Side, people[leaver].accountId));
    const candidacyId = encodeId('Candidacy', candidacies[candidacy] ?? '');
    for (const name of names)
      picks[name] = { candidacy: candidacyId, ...ofAll, ...(await pick(ofPerson(people[name].accountId))) };
  }
  for (const name of ['C1', 'C2', 'C3', 'C4'] as const) picks[name] = await pick(ofPerson(people[name].accountId));
  return picks;
}

/** What is created in an act is what the next changes. */
const inMaking = { 'update-campaign.draftCampaign': newest };

const teams = {
  A: { names: ['OA', 'AA', 'VA', 'KA', 'KW'], leaver: 'RA2', candidacy: 'C2 at A' },
  B: { names: ['OB', 'AB', 'KB'], leaver: 'RB1', candidacy: 'C3 at B' },
} as const satisfies Record<Side, { names: readonly PersonName[]; leaver: PersonName; candidacy: string }>;

/** Names and ids of the places where everything happens, which everybody may know. */
export const placesOf = ({ dossiers }: CanaryWorld): Picks => {
  const { campaignId, schoolIds, statementDigest } = dossiers.C1;
  const [school, otherSchool, thirdSchool] = [schoolOf.A, schoolOf.B, 'imt-lille-douai'].map((slug) => schoolIds[slug]);
  const named = { campaignSlug: 'astg3-2027', schoolSlug: schoolOf.A, lastName: 'kny' };
  return { ...named, campaign: campaignId, school, otherSchool, thirdSchool, statementDigest };
};

/** The same, and what a candidate may choose there. */
export const publicWords = async (fixture: CanaryWorld, database: Client): Promise<Picks> => ({
  ...placesOf(fixture),
  ...(await picker(database)(ofEverybody)),
});

/** The season long closed in the place of the one that is open. */
export const wordsOfPastSeason = (database: Client): Promise<Picks> =>
  picker(database)({ campaign: ['Campaign', campaignNamed('astg3-2026')] });

/** By placeholder: the type of its id, or none, and where it stands. */
type Wanted = Readonly<Record<string, readonly [type: string | null, text: string]>>;

const picker = (database: Client) => async (wanted: Wanted) => {
  const picked: Record<string, unknown> = {};
  for (const [placeholder, [type, text]] of Object.entries(wanted)) {
    const { rows } = await database.query<{ value: string }>(text);
    const [row] = rows;
    if (row) picked[placeholder] = type === null ? row.value : encodeId(type, row.value);
  }
  return picked;
};

const campaignNamed = (slug: string) => `select id as value from app.campaign where slug = '${slug}'`;
const offered = (
  slug: string,
) => `select p.id as value from app.specialism p join app.notice_version n on n.rules::text like '%"' || p.code || '"%'
  join app.school s on s.id = n.school_id where s.slug = '${slug}' and 'M018' = any (p.admitted_mentions) order by p.code limit 1`;

const ofEverybody: Wanted = {
  specialism: ['Specialism', offered(schoolOf.A)],
  otherSpecialism: ['Specialism', offered(schoolOf.B)],
  institution: ['Institution', 'select id as value from app.institution order by uai limit 1'],
};

function ofTeam(side: Side, leaver: string): Wanted {
  const own = `school_id = (select id from app.school where slug = '${schoolOf[side]}')`;
  return {
    reader: [
      'Person',
      `select id as value from app.membership where ${own} and functions = '{REVIEWER}' order by account_id = '${leaver}' limit 1`,
    ],
    member: ['Membership', `select id as value from app.membership where account_id = '${leaver}'`],
    apiKey: [
      'ApiKey',
      `select id as value from app.api_key where ${own} and revoked_at is null order by scopes @> '{NOTES_WRITE}' limit 1`,
    ],
    invitation: [
      'Invitation',
      `select i.id as value from app.invitation i where ${own} and ended_at is null and display_name like 'Kny%' limit 1`,
    ],
    exportJob: ['ExportJob', `select id as value from app.export_job where ${own} and state = 'QUEUED' limit 1`],
  };
}

const ofPerson = (account: string): Wanted => ({
  note: [
    'Note',
    `select id as value from app.note where author_id::text = '${account}' and removed_at is null order by id limit 1`,
  ],
  bulkAct: ['BulkAct', `select id as value from app.bulk_act where actor_id::text = '${account}' and undone_at is null limit 1`],
  loginSession: [
    'LoginSession',
    `select id as value from auth.session where user_id::text = '${account}' and device like 'Kny%' order by id limit 1`,
  ],
});

const spelling = (offset: number) =>
  `select f.id as value from app.free_institution f where name like 'Kny%' and not exists (select from app.institution_alias a
    where a.search_key = f.search_key) order by id limit 1 offset ${offset}`;

const ofConsortium: Wanted = {
  draftCampaign: ['Campaign', campaignNamed('astg3-2029')],
  'open-campaign.draftCampaign': ['Campaign', campaignNamed('astg3-2028')],
  'archive-campaign.campaign': ['Campaign', campaignNamed('astg3-2026')],
  breakGlass: ['BreakGlass', 'select id as value from app.break_glass where ended_at is null limit 1'],
  administrator: ['Administrator', `select id as value from app.consortium_right where display_name = 'former'`],
  consortiumInvitation: [
    'Invitation',
    "select id as value from app.consortium_invitation where ended_at is null and display_name like 'Kny%' limit 1",
  ],
  givenUpMail: [
    'MailDelivery',
    `select id as value from app.mail_delivery where state = 'GIVEN_UP' and kind = 'APPLICATION_RECEIPT' limit 1`,
  ],
  mergedSpelling: ['FreeInstitution', spelling(0)],
  dismissedSpelling: ['FreeInstitution', spelling(1)],
  addedSpelling: ['FreeInstitution', spelling(2)],
};
