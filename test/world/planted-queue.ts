import { randomUUID } from 'node:crypto';
import { searchKey } from '@guichet/domain/candidate/person-name';
import type { World } from './world.ts';

/** One candidacy to plant; what is not told is the same for all. */
export interface Planted {
  readonly lastName: string;
  readonly firstNames?: string;
  readonly reference?: string;
  readonly receivedAt?: string;
  readonly country?: string;
  readonly institutionId?: string;
  readonly specialism?: string;
  readonly state?: string;
}

/**
 * Candidacies written past every wall, for lists longer than a story could submit: triggers and keys are off, so each is a row of
 * its school alone, with its totals. Answers their uuids in the order given.
 */
export async function plantQueue(world: World, schoolSlug: string, planted: readonly Planted[]): Promise<readonly string[]> {
  const [school] = await world.sql<{ id: string; campaign: string; notice: string }>(
    `select s.id, n.campaign_id as campaign, n.id as notice from app.school s join app.notice_version n on n.school_id = s.id
     where s.slug = $1`,
    [schoolSlug],
  );
  const rows = planted.map((each, index) => ({ ...standing(each, index), id: randomUUID(), candidate: randomUUID() }));
  const values = [JSON.stringify(rows), school?.id, school?.campaign, school?.notice];
  await world.sql(`set session_replication_role = replica`);
  for (const statement of statements) {
    const used = values.slice(0, Math.max(...[...statement.matchAll(/\$(\d)/g)].map(([, number]) => Number(number))));
    await world.sql(statement, used);
  }
  await world.sql(`set session_replication_role = origin`);
  return rows.map(({ id }) => id);
}

const letters = 'CDFGHJKMNP';

function standing(each: Planted, index: number) {
  const { lastName, firstNames = 'Camille', specialism = 'chemistry', state = 'RECEIVED' } = each;
  const digits = [...String(index).padStart(5, '0')].map((digit) => letters.charAt(Number(digit)));
  return {
    lastName,
    firstNames,
    specialism,
    state,
    searchKey: searchKey(`${lastName} ${firstNames}`),
    reference: each.reference ?? `ASTG3-27-${digits.join('')}`,
    receivedAt: each.receivedAt ?? `2027-02-01T08:00:00.${String(index).padStart(6, '0')}Z`,
    country: each.country ?? 'FR',
    institutionId: each.institutionId ?? null,
    identity: { identity: { lastName, firstNames, birthDate: '2004-03-14', nationality: 'FR', ine: null }, contact: null },
    content: { studies: [], qualification: null, answers: { motivation: `Motivation de ${lastName}` } },
  };
}

const source = `json_to_recordset($1::json) as r (id uuid, candidate uuid, "lastName" text, "firstNames" text, "searchKey" text,
  reference text, "receivedAt" timestamptz, country text, "institutionId" uuid, specialism text, state text, identity jsonb, content jsonb)`;
const digest = `repeat('0', 64)`;

const statements = [
  `insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number)
   select $2::uuid, r.id, r.candidate, $3::uuid, $4::uuid, r."receivedAt", r.state, 1, 1 from ${source}`,
  `insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, institution_id, country,
     notice_version_id, received_at)
   select $2::uuid, r.id, 1, r.candidate, r.reference, ${digest}, 'Université', r."institutionId", r.country, $4::uuid, r."receivedAt"
   from ${source} where $3::uuid is not null`,
  `insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
   select $2::uuid, r.id, 1, r.candidate, r."lastName", r."firstNames", r."searchKey", '2004-03-14', r.identity from ${source}`,
  `insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content)
   select $2::uuid, r.id, 1, r.candidate, r.content from ${source}`,
  `insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
   select $2::uuid, r.id, 1, 1, r.candidate, s.id from ${source} join app.specialism s on s.code = r.specialism`,
  `insert into app.totals (school_id, campaign_id, state, n)
   select $2::uuid, $3::uuid, r.state, count(*) from ${source} group by r.state
   on conflict (school_id, campaign_id, state) do update set n = totals.n + excluded.n`,
  `insert into app.audit (school_id, id, actor_id, act, object_id, at)
   select $2::uuid, gen_random_uuid(), null, 'CANDIDACY_RECEIVED', r.id, r."receivedAt" from ${source}`,
];
