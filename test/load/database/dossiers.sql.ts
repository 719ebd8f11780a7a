/** How much is planted. */
export interface Planted {
  /** Candidates whose dossier three schools received. */
  readonly candidates: number;
  /** Complete drafts, each waiting to be submitted once. */
  readonly drafts: number;
}

const names = `array['Martin','Bernard','Thomas','Petit','Robert','Richard','Durand','Dubois','Moreau','Laurent','Simon','Michel',
  'Lefèvre','Leroy','Roux','David','Bertrand','Morel','Fournier','Girard','Bonnet','Dupont','Lambert','Fontaine','Rousseau','Vincent']`;
const firsts = `array['Camille','Louise','Adam','Inès','Gabriel','Jade','Noé','Zoé','Éloi','Maëlle','Hugo','Anaïs','Léon']`;
const drawn = (list: string) => `(${list})[1 + floor(random() * cardinality(${list}))::int]`;

/** Five years of study, the last of them under way: what the dashboard shows where documents will stand. */
const studies = `(select jsonb_agg(jsonb_build_object('institutionUai', null, 'institutionName', 'Université de l’Exemple', 'country', 'FR',
    'diploma', case when y = 5 then 'Master' else 'Licence ' || y end, 'level', case when y = 5 then 'M1' else 'BAC' || y end,
    'mentionCode', case when y = 5 then 'M018' end, 'specialismTitle', null, 'ects', 60, 'year', 2022 + y,
    'status', case when y = 5 then 'UNDER_WAY' else 'VALIDATED' end, 'results', '13.2') order by y) from generate_series(1, 5) y)`;

/** The schools with their notice and their specialisms, first those that admit everybody's mention. */
const school = `create table bench.school as
  select row_number() over (order by s.slug) - 1 as no, s.id, s.slug, n.id as notice, n.campaign_id as campaign,
    array(select (x.one->>'id')::uuid from jsonb_array_elements(n.rules->'specialisms') with ordinality x (one, place)
      order by (x.one->'admittedMentions') ? 'M018' desc, x.place) as specialisms
  from app.school s join app.notice_version n on n.school_id = s.id`;

/** Everybody with what is the same at each school; drafts follow the submitted. */
const dossier = ({ candidates, drafts }: Planted) => `create unlogged table bench.dossier as
  select i, i > ${candidates} as is_draft, gen_random_uuid() as candidate, gen_random_uuid() as account, gen_random_uuid() as application,
    gen_random_uuid() as snapshot, replace(gen_random_uuid()::text, '-', '') as token, 'candidat-' || i || '@bench.example' as email,
    'ASTG3-27-' || translate(lpad(i::text, 6, '0'), '0123456789', 'CDFGHJKMNP') as reference,
    jsonb_build_object('lastName', ${drawn(names)} || ' ' || i % 997, 'firstNames', ${drawn(firsts)}, 'birthDate', '2004-03-14',
      'nationality', 'FR', 'ine', null) as identity,
    jsonb_build_object('telephone', null, 'addressLine1', '2 rue du Bac', 'addressLine2', null, 'postcode', '75007', 'city', 'Paris',
      'country', 'FR') as contact, ${studies} as studies,
    jsonb_build_object('kind', 'M1_UNDER_WAY', 'mentionCode', 'M018', 'title', null) as qualification,
    jsonb_build_object('motivation', repeat('Les matériaux, depuis l’enfance. ', 18)) as answers,
    clock_timestamp() - random() * interval '20 hours' as received_at
  from generate_series(1, ${candidates + drafts}) i`;

/** Three schools each, in preference order; their rows are written in an order that tells nothing, as submissions write them. */
const copy = `create unlogged table bench.copy as
  select d.i, k + 1 as rank, d.candidate, gen_random_uuid() as candidacy, s.id as school, s.notice, s.campaign,
    case when d.is_draft then s.specialisms[1] else s.specialisms[1 + (d.i * 7 + k) % 8] end as specialism, d.received_at, d.is_draft,
    case when d.i / 12 % 10 < 6 then 'RECEIVED' when d.i / 12 % 10 < 8 then 'ADMISSIBLE' else 'UNDER_REVIEW' end as state
  from bench.dossier d cross join generate_series(0, 2) k join bench.school s on s.no = (d.i + k * 5) % 12 order by random()`;

const choices = `(select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'schoolId', c.school, 'specialismIds', jsonb_build_array(c.specialism),
    'preferenceRank', c.rank) order by c.rank) from bench.copy c where c.i = d.i)`;

/** Dossiers in the order of their tables; only `submitted` rows reach what a school reads. */
export const plantDossiers = (planted: Planted): readonly string[] => [
  'create schema bench',
  school,
  dossier(planted),
  copy,
  'create index on bench.copy (i)',
  'create index on bench.dossier (i)',
  'analyze bench.dossier; analyze bench.copy',
  `insert into auth."user" (id, email, email_verified) select account, email, true from bench.dossier`,
  `insert into app.person (account_id, email, locale, verified_at) select account, email, 'fr', received_at from bench.dossier`,
  `insert into app.candidate (id, account_id, identity, contact, is_synthetic) select candidate, account, identity, contact, true from bench.dossier`,
  `insert into app.application (candidate_id, id, campaign_id, reference, state, version, is_being_revised, studies, qualification, answers,
     exam_centre_id, choices, created_at, submitted_at, snapshot_number)
   select d.candidate, d.application, s.campaign, d.reference, case when d.is_draft then 'DRAFT' else 'SUBMITTED' end, 2, false, d.studies,
     d.qualification, d.answers, s.id, ${choices}, d.received_at, case when not d.is_draft then d.received_at end, (not d.is_draft)::int
   from bench.dossier d join bench.school s on s.no = d.i % 12 order by random()`,
  `insert into app.snapshot (candidate_id, id, application_id, number, content, digest, received_at)
   select d.candidate, d.snapshot, d.application, 1, jsonb_build_object('reference', d.reference, 'email', d.email, 'identity', d.identity,
     'contact', d.contact, 'studies', d.studies, 'qualification', d.qualification, 'answers', d.answers, 'examCentreId', a.exam_centre_id,
     'choices', a.choices), repeat('0', 64), d.received_at
   from bench.dossier d join app.application a on a.candidate_id = d.candidate and a.id = d.application where not d.is_draft`,
  `insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number)
   select school, candidacy, candidate, campaign, notice, received_at, state, 1, 1 from bench.copy where not is_draft`,
  `insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id) select candidate, school, candidacy, campaign from bench.copy where not is_draft`,
  `insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, institution_key, country,
     notice_version_id, received_at)
   select c.school, c.candidacy, 1, c.candidate, d.reference, repeat('0', 64), 'Université de l’Exemple', 'universite de l exemple', 'FR', c.notice,
     c.received_at from bench.copy c join bench.dossier d using (i) where not c.is_draft`,
  `insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
   select c.school, c.candidacy, 1, c.candidate, d.identity->>'lastName', d.identity->>'firstNames',
     lower(d.identity->>'lastName' || ' ' || (d.identity->>'firstNames')), '2004-03-14',
     jsonb_build_object('identity', d.identity, 'contact', d.contact, 'email', d.email)
   from bench.copy c join bench.dossier d using (i) where not c.is_draft`,
  `insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content)
   select c.school, c.candidacy, 1, c.candidate, jsonb_build_object('studies', d.studies, 'qualification', d.qualification, 'answers', d.answers)
   from bench.copy c join bench.dossier d using (i) where not c.is_draft`,
  `insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
   select school, candidacy, 1, 1, candidate, specialism from bench.copy where not is_draft`,
  `insert into app.choice (candidate_id, snapshot_id, school_id, candidacy_id, dossier_number, digest, notice_version_id)
   select c.candidate, d.snapshot, c.school, c.candidacy, 1, repeat('0', 64), c.notice from bench.copy c join bench.dossier d using (i) where not c.is_draft`,
  `insert into app.preference (candidate_id, snapshot_id, school_id, rank)
   select c.candidate, d.snapshot, c.school, c.rank from bench.copy c join bench.dossier d using (i) where not c.is_draft`,
  `insert into app.totals (school_id, campaign_id, state, n) select school, campaign, state, count(*) from bench.copy where not is_draft group by 1, 2, 3`,
];
