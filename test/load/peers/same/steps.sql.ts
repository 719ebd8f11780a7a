import type { Decided } from './decided.ts';

const source = `json_to_recordset(:copies::json) as r ("schoolId" uuid, "candidacyId" uuid, "noticeVersionId" uuid, digest text, "specialismIds" json, "preferenceRank" int)`;

/** The same writes as `submission`, a statement a table, as a hand-written transaction sends them. */
const texts = {
  key: `insert into app.idempotency (principal_id, hat, key, operation, input_digest, outcome, at) values (:account, 'candidate:' || :candidate::uuid,
    :key, 'submitApplication', :inputDigest, jsonb_build_object('applicationId', :application::uuid), :at)`,
  // Nothing stands unless the draft stood as expected: to divide by no row is an error.
  moved: `with m as (update app.application set state = 'SUBMITTED', is_being_revised = false, submitted_at = :at, snapshot_number = snapshot_number + 1,
    version = version + 1 where candidate_id = :candidate and id = :application and version = :version and state = 'DRAFT' returning id)
    select 1 / count(id) from m`,
  frozen: `insert into app.snapshot (candidate_id, id, application_id, number, content, digest, received_at)
    values (:candidate, :snapshot, :application, 1, :dossier::jsonb, :digest, :at)`,
  arranged: `update app.special_arrangement set submitted = content where application_id = :application`,
  candidacies: `insert into app.candidacy (school_id, id, candidate_id, campaign_id, notice_version_id, received_at, state, version, dossier_number)
    select "schoolId", "candidacyId", :candidate, :campaign, "noticeVersionId", :at, 'RECEIVED', 1, 1 from ${source}`,
  filings: `insert into app.filing (candidate_id, school_id, candidacy_id, campaign_id) select :candidate, "schoolId", "candidacyId", :campaign from ${source}`,
  heads: `insert into app.dossier_head (school_id, candidacy_id, number, candidate_id, reference, digest, institution, institution_key, country,
    notice_version_id, received_at)
    select "schoolId", "candidacyId", 1, :candidate, :reference, digest, :institution, :institutionKey, :country, "noticeVersionId", :at from ${source}`,
  identities: `insert into app.dossier_identity (school_id, candidacy_id, number, candidate_id, last_name, first_names, search_key, born_on, identity)
    select "schoolId", "candidacyId", 1, :candidate, :lastName, :firstNames, :searchKey, :bornOn, :identity::jsonb from ${source}`,
  contents: `insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content)
    select "schoolId", "candidacyId", 1, :candidate, :content::jsonb from ${source}`,
  specialisms: `insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
    select "schoolId", "candidacyId", 1, s.position, :candidate, s.id::uuid
    from ${source}, json_array_elements_text("specialismIds") with ordinality s (id, position)`,
  choices: `insert into app.choice (candidate_id, snapshot_id, school_id, candidacy_id, dossier_number, digest, notice_version_id)
    select :candidate, :snapshot, "schoolId", "candidacyId", 1, digest, "noticeVersionId" from ${source}`,
  preferences: `insert into app.preference (candidate_id, snapshot_id, school_id, rank)
    select :candidate, :snapshot, "schoolId", "preferenceRank" from ${source} where "preferenceRank" is not null`,
  trails: `insert into app.audit (school_id, id, actor_id, act, object_id, at)
    select "schoolId", gen_random_uuid(), null, 'CANDIDACY_RECEIVED', "candidacyId", :at from ${source}`,
  trail: `insert into app.audit_person (id, principal_id, hat, act, object_id, at)
    values (gen_random_uuid(), :account, 'candidate', 'APPLICATION_SUBMITTED', :application, :at)`,
  typed: `insert into app.free_institution (candidate_id, id, name, country, search_key, at)
    select :candidate, gen_random_uuid(), f.name, f.country, f.key, :at from json_to_recordset(:typed::json) as f (name text, country text, key text)
    on conflict do nothing`,
  receipt: `insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at, tries)
    values (gen_random_uuid(), :account, 'APPLICATION_RECEIPT', :account,
      jsonb_build_object('applicationId', :application::uuid, 'snapshotId', :snapshot::uuid), :at, :at, 0)`,
} as const;

const order = [
  ...[
    'candidate',
    'application',
    'version',
    'snapshot',
    'dossier',
    'digest',
    'at',
    'copies',
    'identity',
    'content',
    'lastName',
    'firstNames',
  ],
  ...[
    'searchKey',
    'bornOn',
    'institution',
    'institutionKey',
    'country',
    'account',
    'key',
    'inputDigest',
    'campaign',
    'reference',
    'typed',
  ],
];

const prepared = Object.entries(texts).map(([name, text]) => {
  const used: string[] = [];
  const placed = text.replaceAll(/(?<!:):([a-z][A-Za-z]*)/g, (_whole, word: string) => {
    if (!used.includes(word)) used.push(word);
    return `$${used.indexOf(word) + 1}`;
  });
  return { name, text: placed, used };
});

/** Named statements with their values, in the order of the foreign keys. */
export const stepsOf = ({
  values,
}: Decided): readonly { readonly name: string; readonly text: string; readonly values: unknown[] }[] =>
  prepared.map(({ name, text, used }) => ({
    name: `write-${name}`,
    text,
    values: used.map((word) => values[order.indexOf(word)]),
  }));
