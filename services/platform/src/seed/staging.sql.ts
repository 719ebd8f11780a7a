/** Temporary tables that take dossiers batch by batch while nobody else is held up; gone with the transaction. */
export const staging: readonly string[] = [
  // Room for the joins in memory; both end with the transaction.
  "set local work_mem = '64MB'",
  'set local jit = off',
  `create temp table staged_dossier (candidate_id uuid, account_id uuid, application_id uuid, snapshot_id uuid, state text,
     submitted_at timestamptz, reference text, email text, dossier jsonb, identity_for_schools jsonb, content_for_schools jsonb,
     last_name text, first_names text, born_on date, snapshot_digest text, standing jsonb, arrangements jsonb,
     search_key text, institution text, uai text, country text, free jsonb, copies jsonb) on commit drop`,
  `create temp table staged_copy (candidate_id uuid, snapshot_id uuid, school_id uuid, candidacy_id uuid, notice_version_id uuid,
     digest text, rank int, specialism_ids jsonb, withdrawn_at timestamptz, reason text, received_at timestamptz) on commit drop`,
];

export const stageDossiers = `insert into staged_dossier select r."candidateId", r."accountId", r."applicationId", r."snapshotId", r.state,
    r."submittedAt", r.dossier->>'reference', r.dossier->>'email', r.dossier,
    jsonb_build_object('identity', r.dossier->'identity', 'contact', r.dossier->'contact', 'email', r.dossier->'email'),
    jsonb_build_object('studies', r.dossier->'studies', 'qualification', r.dossier->'qualification', 'answers', r.dossier->'answers'),
    r.dossier#>>'{identity,lastName}', r.dossier#>>'{identity,firstNames}', (r.dossier#>>'{identity,birthDate}')::date,
    r."snapshotDigest", r.standing, r.arrangements, r."searchKey", r.institution, r.uai, r.country, r.free, r.copies
  from json_to_recordset($1::json) as r ("candidateId" uuid, "accountId" uuid, "applicationId" uuid, "snapshotId" uuid, state text,
    "submittedAt" timestamptz, dossier jsonb, "snapshotDigest" text, standing jsonb, arrangements jsonb, "searchKey" text,
    institution text, uai text, country text, free jsonb, copies jsonb)`;

/** Copies in an order that tells nothing: neither the order of the rows nor that of the candidates survives it. */
export const stageCopies = `insert into staged_copy select d.candidate_id, d.snapshot_id, r."schoolId", r."candidacyId", r."noticeVersionId",
    r.digest, r.rank, r."specialismIds", r."withdrawnAt", r.reason, d.submitted_at
  from staged_dossier d, jsonb_to_recordset(d.copies) as r ("schoolId" uuid, "candidacyId" uuid, "noticeVersionId" uuid, digest text,
    rank int, "specialismIds" jsonb, "withdrawnAt" timestamptz, reason text) order by random()`;

/** From the staged rows into every table, in the order of the foreign keys; `$1` is the campaign. */
export const writeTables: readonly (readonly [table: string, statement: string])[] = [
  [
    'candidate',
    `insert into app.candidate (id, account_id, identity, contact, is_synthetic)
     select candidate_id, account_id, dossier->'identity', dossier->'contact', true from staged_dossier`,
  ],
  [
    'person',
    `insert into app.person (account_id, email, locale, verified_at)
     select account_id, email, 'fr', submitted_at from staged_dossier`,
  ],
  [
    'application',
    `insert into app.application (candidate_id, id, campaign_id, reference, state, version, is_being_revised, studies, qualification,
       answers, exam_centre_id, choices, created_at, submitted_at, snapshot_number)
     select candidate_id, application_id, $1, reference, state, 2, false, dossier->'studies', dossier->'qualification',
       dossier->'answers', (dossier->>'examCentreId')::uuid, standing, submitted_at, submitted_at, 1 from staged_dossier order by random()`,
  ],
  [
    'special_arrangement',
    `insert into app.special_arrangement (candidate_id, application_id, content, submitted)
     select candidate_id, application_id, arrangements, arrangements from staged_dossier`,
  ],
  [
    'free_institution',
    `insert into app.free_institution (candidate_id, id, name, country, search_key, at)
     select distinct on (d.candidate_id, f.key, f.country) d.candidate_id, gen_random_uuid(), f.name, f.country, f.key, d.submitted_at
     from staged_dossier d, jsonb_to_recordset(d.free) as f (name text, country text, key text)`,
  ],
  [
    'snapshot',
    `insert into app.snapshot (candidate_id, id, application_id, number, content, digest, received_at)
     select candidate_id, snapshot_id, application_id, 1, dossier, snapshot_digest, submitted_at from staged_dossier`,
  ],
  [
    'candidacy',
    `insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number, specialism_ids)
     select school_id, candidacy_id, candidate_id, $1, notice_version_id, received_at,
       case when withdrawn_at is null then 'RECEIVED' else 'WITHDRAWN' end, case when withdrawn_at is null then 1 else 2 end, 1,
       array(select s.id::uuid from jsonb_array_elements_text(specialism_ids) with ordinality s (id, position) order by s.position)
     from staged_copy`,
  ],
  [
    'filing',
    `insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id)
     select candidate_id, school_id, candidacy_id, $1 from staged_copy`,
  ],
  [
    'dossier_head',
    `insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, institution_id, institution_key, country,
       notice_version_id, received_at)
     select c.school_id, c.candidacy_id, 1, c.candidate_id, d.reference, c.digest, d.institution, i.id,
       (select f->>'key' from jsonb_array_elements(d.free) f where f->>'name' = d.institution limit 1), d.country,
       c.notice_version_id, c.received_at
     from staged_copy c join staged_dossier d using (candidate_id) left join app.institution i on i.uai = d.uai`,
  ],
  [
    'dossier_identity',
    `insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
     select c.school_id, c.candidacy_id, 1, c.candidate_id, d.last_name, d.first_names, d.search_key, d.born_on, d.identity_for_schools
     from staged_copy c join staged_dossier d using (candidate_id)`,
  ],
  [
    'dossier_content',
    `insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content)
     select c.school_id, c.candidacy_id, 1, c.candidate_id, d.content_for_schools
     from staged_copy c join staged_dossier d using (candidate_id)`,
  ],
  [
    'dossier_specialism',
    `insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
     select c.school_id, c.candidacy_id, 1, s.position, c.candidate_id, s.id::uuid
     from staged_copy c, jsonb_array_elements_text(c.specialism_ids) with ordinality s (id, position)`,
  ],
  [
    'choice',
    `insert into app.choice (candidate_id, snapshot_id, school_id, candidacy_id, dossier_number, digest, notice_version_id)
     select candidate_id, snapshot_id, school_id, candidacy_id, 1, digest, notice_version_id from staged_copy`,
  ],
  [
    'preference',
    `insert into app.preference (candidate_id, snapshot_id, school_id, rank)
     select candidate_id, snapshot_id, school_id, rank from staged_copy where rank is not null`,
  ],
  [
    'withdrawal',
    `insert into app.withdrawal (school_id, id, candidacy_id, candidate_id, dossier_number, reason, at)
     select school_id, gen_random_uuid(), candidacy_id, candidate_id, 1, reason, withdrawn_at from staged_copy where withdrawn_at is not null`,
  ],
  [
    'audit',
    `insert into app.audit (school_id, id, actor_id, act, object_id, at)
     select school_id, gen_random_uuid(), null::uuid, 'CANDIDACY_RECEIVED', candidacy_id, received_at from staged_copy union all
     select school_id, gen_random_uuid(), null::uuid, 'CANDIDACY_WITHDRAWN', candidacy_id, withdrawn_at from staged_copy where withdrawn_at is not null`,
  ],
];
