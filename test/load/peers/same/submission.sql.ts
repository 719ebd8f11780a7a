/** Copies as one parameter, rows `r`, only where the draft moved. */
const copies = `json_to_recordset($8::json) as r ("schoolId" uuid, "candidacyId" uuid, "noticeVersionId" uuid, digest text, "specialismIds" json, "preferenceRank" int)`;

/**
 * S, second half as one data-modifying statement: nothing is written unless the draft stood as expected. $1 candidate, $2 application,
 * $3 expected version, $4 snapshot, $5 its content and $6 its digest, $7 received at, $8 copies, $9 identity and $10 content for schools,
 * $11 last and $12 first names, $13 search key, $14 born on, $15 institution, $16 its key, $17 country, $18 account, $19 idempotency key,
 * $20 input digest, $21 campaign, $22 reference, $23 institutions typed freely.
 */
export const submission = `with moved as (
    update app.application set state = 'SUBMITTED', is_being_revised = false, submitted_at = $7, snapshot_number = snapshot_number + 1,
      version = version + 1 where candidate_id = $1 and id = $2 and version = $3 and state = 'DRAFT' returning id),
  r as materialized (select r.* from moved, ${copies}),
  done as (insert into app.idempotency (principal_id, hat, key, operation, input_digest, outcome, at)
    select $18, 'candidate:' || $1::text, $19, 'submitApplication', $20, jsonb_build_object('applicationId', id), $7 from moved),
  frozen as (insert into app.snapshot (candidate_id, id, application_id, number, content, digest, received_at)
    select $1, $4, id, 1, $5::jsonb, $6, $7 from moved),
  arranged as (update app.special_arrangement set submitted = content where application_id in (select id from moved)),
  candidacies as (insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number)
    select "schoolId", "candidacyId", $1, $21, "noticeVersionId", $7, 'RECEIVED', 1, 1 from r),
  filings as (insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id) select $1, "schoolId", "candidacyId", $21 from r),
  heads as (insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, institution_key, country,
      notice_version_id, received_at)
    select "schoolId", "candidacyId", 1, $1, $22, digest, $15, $16, $17, "noticeVersionId", $7 from r),
  identities as (insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
    select "schoolId", "candidacyId", 1, $1, $11, $12, $13, $14, $9::jsonb from r),
  contents as (insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content)
    select "schoolId", "candidacyId", 1, $1, $10::jsonb from r),
  specialisms as (insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
    select "schoolId", "candidacyId", 1, s.position, $1, s.id::uuid from r, json_array_elements_text("specialismIds") with ordinality s (id, position)),
  choices as (insert into app.choice (candidate_id, snapshot_id, school_id, candidacy_id, dossier_number, digest, notice_version_id)
    select $1, $4, "schoolId", "candidacyId", 1, digest, "noticeVersionId" from r),
  preferences as (insert into app.preference (candidate_id, snapshot_id, school_id, rank)
    select $1, $4, "schoolId", "preferenceRank" from r where "preferenceRank" is not null),
  trails as (insert into app.audit (school_id, id, actor_id, act, object_id, at)
    select "schoolId", gen_random_uuid(), null, 'CANDIDACY_RECEIVED', "candidacyId", $7 from r),
  trail as (insert into app.audit_person (id, principal_id, hat, act, object_id, at)
    select gen_random_uuid(), $18, 'candidate', 'APPLICATION_SUBMITTED', id, $7 from moved),
  typed as (insert into app.free_institution (candidate_id, id, name, country, search_key, at)
    select $1, gen_random_uuid(), f.name, f.country, f.key, $7 from moved, json_to_recordset($23::json) as f (name text, country text, key text)
    on conflict do nothing),
  receipt as (insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at, tries)
    select gen_random_uuid(), $18, 'APPLICATION_RECEIPT', $18, jsonb_build_object('applicationId', id, 'snapshotId', $4::uuid), $7, $7, 0 from moved)
  select count(*)::int as moved from moved`;
