import { Migration } from '@mikro-orm/migrations';

/** Every table with its row-level security, printed from the tables (`pnpm db:print`). */
export class Migration0002Tables extends Migration {
  override up() {
    this.addSql(
      `create table "app"."application" ("candidate_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "reference" text not null, "state" text not null default 'DRAFT', "version" int not null default 1, "is_being_revised" boolean not null default false, "studies" jsonb not null default '[]', "qualification" jsonb null, "answers" jsonb null, "exam_centre_id" uuid null, "choices" jsonb not null default '[]', "created_at" timestamptz not null, "submitted_at" timestamptz null, "snapshot_number" int not null default 0, primary key ("candidate_id", "id"))`,
    );
    this.addSql(`create index "application_campaign_id_index" on "app"."application" ("campaign_id")`);
    this.addSql(`alter table "app"."application" add constraint "application_reference_unique" unique ("reference")`);
    this.addSql(
      `alter table "app"."application" add constraint "application_candidate_id_campaign_id_unique" unique ("candidate_id", "campaign_id")`,
    );
    this.addSql(
      `alter table "app"."application" add constraint "motivation_is_short" check (char_length(answers->>'motivation') <= 3000)`,
    );
    this.addSql(
      `alter table "app"."application" add constraint "application_state_check" check ("state" in ('DRAFT', 'SUBMITTED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `create table "app"."assignment" ("school_id" uuid not null, "candidacy_id" uuid not null, "reader_id" uuid not null, "is_masked" boolean not null default false, primary key ("school_id", "candidacy_id", "reader_id"))`,
    );
    this.addSql(`create index "assignment_school_id_reader_id_index" on "app"."assignment" ("school_id", "reader_id")`);
    this.addSql(
      `create table "app"."audit" ("school_id" uuid not null, "id" uuid not null, "actor_id" uuid null, "act" text not null, "object_id" uuid null, "at" timestamptz not null, primary key ("school_id", "id"))`,
    );
    this.addSql(`create index "audit_school_id_object_id_index" on "app"."audit" ("school_id", "object_id")`);
    this.addSql(`create index "audit_school_id_at_id_index" on "app"."audit" ("school_id", "at", "id")`);
    this.addSql(
      `create table "app"."audit_person" ("id" uuid not null, "principal_id" uuid not null, "hat" text not null, "act" text not null, "object_id" uuid null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "audit_person_at_id_index" on "app"."audit_person" ("at", "id")`);
    this.addSql(
      `create table "app"."campaign" ("id" uuid not null, "slug" text not null, "procedure" text not null, "name_fr" text not null, "name_en" text null, "entry_year" int not null, "zone" text not null, "opens_at" timestamptz not null, "closes_at" timestamptz not null, "max_choices" int not null, "reply_policy" text not null, "orals_mode" text not null, "other_choices" text not null, "fee_cents" int not null, "required_ects" int not null, "state" text not null default 'DRAFT', "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`alter table "app"."campaign" add constraint "campaign_slug_unique" unique ("slug")`);
    this.addSql(`alter table "app"."campaign" add constraint "campaign_opens_before_it_closes" check (opens_at < closes_at)`);
    this.addSql(`alter table "app"."campaign" add constraint "campaign_fee_is_not_negative" check (fee_cents >= 0)`);
    this.addSql(
      `alter table "app"."campaign" add constraint "campaign_takes_a_choice" check (max_choices >= 1 and max_choices <= 50)`,
    );
    this.addSql(
      `alter table "app"."campaign" add constraint "campaign_reply_policy_check" check ("reply_policy" in ('RANKED_MATCH', 'FREE_REPLY'))`,
    );
    this.addSql(
      `alter table "app"."campaign" add constraint "campaign_orals_mode_check" check ("orals_mode" in ('COMMON', 'PER_SCHOOL'))`,
    );
    this.addSql(
      `alter table "app"."campaign" add constraint "campaign_other_choices_check" check ("other_choices" in ('HIDDEN', 'COUNT', 'NAMES_AFTER_REPLIES'))`,
    );
    this.addSql(
      `alter table "app"."campaign" add constraint "campaign_state_check" check ("state" in ('DRAFT', 'OPEN', 'CLOSED', 'ARCHIVED'))`,
    );
    this.addSql(
      `create table "app"."campaign_member" ("school_id" uuid not null, "campaign_id" uuid not null, primary key ("school_id", "campaign_id"))`,
    );
    this.addSql(`create index "campaign_member_campaign_id_index" on "app"."campaign_member" ("campaign_id")`);
    this.addSql(
      `create table "app"."campaign_totals" ("campaign_id" uuid not null, "measure" text not null, "day" date not null, "n" int not null, primary key ("campaign_id", "measure", "day"))`,
    );
    this.addSql(
      `create table "app"."campaign_totals_delta" ("id" uuid not null, "campaign_id" uuid not null, "measure" text not null, "day" date not null, "delta" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "campaign_totals_delta_campaign_id_index" on "app"."campaign_totals_delta" ("campaign_id")`);
    this.addSql(
      `alter table "app"."campaign_totals_delta" add constraint "campaign_totals_delta_measure_check" check ("measure" in ('DRAFT', 'SUBMITTED', 'WITHDRAWN', 'ARRIVED'))`,
    );
    this.addSql(
      `create table "app"."candidacy" ("school_id" uuid not null, "id" uuid not null, "candidate_id" uuid not null, "campaign_id" uuid not null, "notice_version_id" uuid not null, "received_at" timestamptz not null, "state" text not null default 'RECEIVED', "version" int not null default 1, "dossier_number" int not null default 1, primary key ("school_id", "id"))`,
    );
    this.addSql(`create index "candidacy_by_arrival" on "app"."candidacy" ("school_id", "campaign_id", "received_at", "id")`);
    this.addSql(
      `create index "candidacy_by_state" on "app"."candidacy" ("school_id", "campaign_id", "state", "received_at", "id")`,
    );
    this.addSql(
      `alter table "app"."candidacy" add constraint "candidacy_school_id_candidate_id_campaign_id_unique" unique ("school_id", "candidate_id", "campaign_id")`,
    );
    this.addSql(
      `alter table "app"."candidacy" add constraint "candidacy_school_id_id_candidate_id_unique" unique ("school_id", "id", "candidate_id")`,
    );
    this.addSql(
      `alter table "app"."candidacy" add constraint "candidacy_state_check" check ("state" in ('RECEIVED', 'TO_COMPLETE', 'ADMISSIBLE', 'INADMISSIBLE', 'UNDER_REVIEW', 'ELIGIBLE', 'NOT_ELIGIBLE', 'EXAMINED', 'ABSENT', 'MAIN_LIST', 'WAITING_LIST', 'NOT_RANKED', 'OFFERED', 'ACCEPTED', 'HELD', 'DECLINED', 'LAPSED', 'RESIGNED', 'ENROLLED', 'CONDITION_NOT_MET', 'WITHDRAWN_LATE', 'WITHDRAWN'))`,
    );
    this.addSql(
      `create table "app"."candidate" ("id" uuid not null, "account_id" uuid not null, "identity" jsonb null, "contact" jsonb null, "is_synthetic" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`alter table "app"."candidate" add constraint "candidate_account_id_unique" unique ("account_id")`);
    this.addSql(
      `create table "app"."choice" ("candidate_id" uuid not null, "snapshot_id" uuid not null, "school_id" uuid not null, "candidacy_id" uuid not null, "dossier_number" int not null, "digest" text not null, "notice_version_id" uuid not null, primary key ("candidate_id", "snapshot_id", "school_id"))`,
    );
    this.addSql(`create index "choice_school_id_index" on "app"."choice" ("school_id")`);
    this.addSql(
      `create table "app"."consortium_invitation" ("id" uuid not null, "email" text not null, "display_name" text not null, "digest" bytea not null, "inviter_id" uuid not null, "at" timestamptz not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "consortium_invitation_digest_index" on "app"."consortium_invitation" ("digest")`);
    this.addSql(
      `create table "app"."consortium_right" ("id" uuid not null, "account_id" uuid not null, "display_name" text not null, "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "app"."consortium_right" add constraint "consortium_right_account_id_unique" unique ("account_id")`);
    this.addSql(
      `create table "app"."country" ("code" text not null, "name_fr" text not null, "name_en" text not null, primary key ("code"))`,
    );
    this.addSql(
      `create table "app"."deadline_move" ("id" uuid not null, "campaign_id" uuid not null, "from_at" timestamptz not null, "to_at" timestamptz not null, "reason" text not null, "author_id" uuid not null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`create index "deadline_move_campaign_id_index" on "app"."deadline_move" ("campaign_id")`);
    this.addSql(
      `create table "app"."dossier_content" ("school_id" uuid not null, "candidacy_id" uuid not null, "number" int not null, "candidate_id" uuid not null, "content" jsonb not null, primary key ("school_id", "candidacy_id", "number"))`,
    );
    this.addSql(
      `create table "app"."dossier_head" ("school_id" uuid not null, "candidacy_id" uuid not null, "number" int not null, "candidate_id" uuid not null, "reference" text collate "C" not null, "digest" text not null, "institution" text null, "institution_id" uuid null, "country" text null, "notice_version_id" uuid not null, "received_at" timestamptz not null, primary key ("school_id", "candidacy_id", "number", "candidate_id"))`,
    );
    this.addSql(`create index "dossier_head_school_id_reference_index" on "app"."dossier_head" ("school_id", "reference")`);
    this.addSql(
      `create index "dossier_head_school_id_institution_id_index" on "app"."dossier_head" ("school_id", "institution_id")`,
    );
    this.addSql(`create index "dossier_head_school_id_country_index" on "app"."dossier_head" ("school_id", "country")`);
    this.addSql(
      `create table "app"."dossier_identity" ("school_id" uuid not null, "candidacy_id" uuid not null, "number" int not null, "candidate_id" uuid not null, "last_name" text collate "fr-x-icu" not null, "first_names" text not null, "search_key" text collate "C" not null, "born_on" date not null, "identity" jsonb not null, primary key ("school_id", "candidacy_id", "number"))`,
    );
    this.addSql(
      `create index "dossier_identity_school_id_search_key_index" on "app"."dossier_identity" ("school_id", "search_key")`,
    );
    this.addSql(
      `create index "dossier_identity_school_id_last_name_candidacy_id_index" on "app"."dossier_identity" ("school_id", "last_name", "candidacy_id")`,
    );
    this.addSql(
      `create table "app"."dossier_specialism" ("school_id" uuid not null, "candidacy_id" uuid not null, "number" int not null, "position" int not null, "candidate_id" uuid not null, "specialism_id" uuid not null, primary key ("school_id", "candidacy_id", "number", "position"))`,
    );
    this.addSql(
      `create index "dossier_specialism_school_id_specialism_id_index" on "app"."dossier_specialism" ("school_id", "specialism_id")`,
    );
    this.addSql(
      `create table "app"."filing" ("candidate_id" uuid not null, "school_id" uuid not null, "candidacy_id" uuid not null, "campaign_id" uuid not null, primary key ("candidate_id", "school_id", "candidacy_id"))`,
    );
    this.addSql(`create index "filing_school_id_index" on "app"."filing" ("school_id")`);
    this.addSql(
      `create table "app"."free_institution" ("candidate_id" uuid not null, "id" uuid not null, "name" text not null, "country" text not null, "search_key" text not null, "at" timestamptz not null, primary key ("candidate_id", "id"))`,
    );
    this.addSql(
      `alter table "app"."free_institution" add constraint "free_institution_candidate_id_search_key_country_unique" unique ("candidate_id", "search_key", "country")`,
    );
    this.addSql(
      `create table "app"."idempotency" ("principal_id" uuid not null, "hat" text not null, "key" text not null, "operation" text not null, "input_digest" text not null, "outcome" jsonb null, "at" timestamptz not null, primary key ("principal_id", "hat", "key"))`,
    );
    this.addSql(
      `create table "app"."institution" ("id" uuid not null, "uai" text not null, "name_fr" text not null, "name_en" text null, "acronym" text null, "city" text not null, "country" text not null, "search_key" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "app"."institution" add constraint "institution_uai_unique" unique ("uai")`);
    this.addSql(`create index "institution_search_key_index" on "app"."institution" ("search_key")`);
    this.addSql(
      `create table "app"."invitation" ("school_id" uuid not null, "id" uuid not null, "email" text not null, "display_name" text not null, "functions" text[] not null, "digest" bytea not null, "inviter_id" uuid not null, "at" timestamptz not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "ended_at" timestamptz null, primary key ("school_id", "id"))`,
    );
    this.addSql(`create index "invitation_digest_index" on "app"."invitation" ("digest")`);
    this.addSql(
      `alter table "app"."invitation" add constraint "invitation_functions_are_known" check (functions <@ array['ADMIN', 'OFFICER', 'REVIEWER', 'OBSERVER'] and cardinality(functions) > 0)`,
    );
    this.addSql(
      `create table "app"."invitation_acceptance" ("invitation_id" uuid not null, "account_id" uuid not null, "at" timestamptz not null, primary key ("invitation_id"))`,
    );
    this.addSql(
      `create table "app"."membership" ("school_id" uuid not null, "id" uuid not null, "account_id" uuid not null, "display_name" text not null, "functions" text[] not null, "ended_at" timestamptz null, "version" int not null default 1, primary key ("school_id", "id"))`,
    );
    this.addSql(`create index "membership_account_id_index" on "app"."membership" ("account_id")`);
    this.addSql(
      `alter table "app"."membership" add constraint "membership_school_id_account_id_unique" unique ("school_id", "account_id")`,
    );
    this.addSql(
      `alter table "app"."membership" add constraint "membership_functions_are_known" check (functions <@ array['ADMIN', 'OFFICER', 'REVIEWER', 'OBSERVER'] and cardinality(functions) > 0)`,
    );
    this.addSql(
      `create table "app"."mention" ("code" text not null, "name_fr" text not null, "domain" text not null, primary key ("code"))`,
    );
    this.addSql(
      `create table "app"."notice_draft" ("school_id" uuid not null, "campaign_id" uuid not null, "rules" jsonb not null, "version" int not null default 1, primary key ("school_id", "campaign_id"))`,
    );
    this.addSql(
      `create table "app"."notice_version" ("school_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "number" int not null, "digest" text not null, "rules" jsonb not null, "author_id" uuid not null, "reason" text not null, "frozen_at" timestamptz not null, primary key ("school_id", "id"))`,
    );
    this.addSql(`create index "notice_version_campaign_id_index" on "app"."notice_version" ("campaign_id")`);
    this.addSql(
      `alter table "app"."notice_version" add constraint "notice_version_school_id_campaign_id_number_unique" unique ("school_id", "campaign_id", "number")`,
    );
    this.addSql(
      `create table "app"."opening" ("school_id" uuid not null, "candidacy_id" uuid not null, "reader_id" uuid not null, "id" uuid not null default gen_random_uuid(), "function" text not null, "at" timestamptz not null, primary key ("school_id", "candidacy_id", "reader_id"))`,
    );
    this.addSql(
      `alter table "app"."opening" add constraint "opening_function_check" check ("function" in ('ADMIN', 'OFFICER', 'REVIEWER', 'OBSERVER'))`,
    );
    this.addSql(
      `create table "app"."outbox" ("id" uuid not null, "principal_id" uuid not null, "kind" text not null, "recipient_id" uuid not null, "payload" jsonb not null, "at" timestamptz not null, "next_try_at" timestamptz not null, "sent_at" timestamptz null, "dead_at" timestamptz null, "tries" int not null default 0, "last_error" text null, primary key ("id"))`,
    );
    this.addSql(`create index outbox_waiting on app.outbox (next_try_at) where sent_at is null and dead_at is null`);
    this.addSql(
      `create table "app"."person" ("account_id" uuid not null, "email" text not null, "locale" text not null, "verified_at" timestamptz not null, primary key ("account_id"))`,
    );
    this.addSql(`alter table "app"."person" add constraint "person_locale_check" check ("locale" in ('fr', 'en'))`);
    this.addSql(
      `create table "app"."preference" ("candidate_id" uuid not null, "snapshot_id" uuid not null, "school_id" uuid not null, "rank" int not null, primary key ("candidate_id", "snapshot_id", "school_id"))`,
    );
    this.addSql(`create index "preference_school_id_index" on "app"."preference" ("school_id")`);
    this.addSql(
      `alter table "app"."preference" add constraint "preference_candidate_id_snapshot_id_rank_unique" unique ("candidate_id", "snapshot_id", "rank")`,
    );
    this.addSql(`alter table "app"."preference" add constraint "preference_rank_is_positive" check (rank > 0)`);
    this.addSql(
      `create table "app"."recall" ("candidate_id" uuid not null, "id" uuid not null, "application_id" uuid not null, "at" timestamptz not null, primary key ("candidate_id", "id"))`,
    );
    this.addSql(`create index "recall_candidate_id_application_id_index" on "app"."recall" ("candidate_id", "application_id")`);
    this.addSql(
      `create table "app"."school" ("id" uuid not null, "slug" text not null, "name" text not null, "short_name" text not null, "city" text not null, "colour" text not null default '#1f3864', "contact_name" text null, "contact_telephone" text null, "contact_email" text null, "is_listed" boolean not null default true, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`alter table "app"."school" add constraint "school_slug_unique" unique ("slug")`);
    this.addSql(
      `create table "app"."snapshot" ("candidate_id" uuid not null, "id" uuid not null, "application_id" uuid not null, "number" int not null, "content" jsonb not null, "digest" text not null, "received_at" timestamptz not null, primary key ("candidate_id", "id"))`,
    );
    this.addSql(
      `alter table "app"."snapshot" add constraint "snapshot_candidate_id_application_id_number_unique" unique ("candidate_id", "application_id", "number")`,
    );
    this.addSql(
      `create table "app"."special_arrangement" ("candidate_id" uuid not null, "application_id" uuid not null, "content" jsonb not null, "submitted" jsonb null, primary key ("candidate_id", "application_id"))`,
    );
    this.addSql(
      `alter table "app"."special_arrangement" add constraint "arrangements_are_short" check (char_length(content->>'text') <= 2000)`,
    );
    this.addSql(
      `create table "app"."specialism" ("id" uuid not null, "code" text not null, "name_fr" text not null, "name_en" text null, "admitted_mentions" text[] not null, "version" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`alter table "app"."specialism" add constraint "specialism_code_unique" unique ("code")`);
    this.addSql(
      `create table "app"."totals" ("school_id" uuid not null, "campaign_id" uuid not null, "state" text not null, "n" int not null, primary key ("school_id", "campaign_id", "state"))`,
    );
    this.addSql(
      `create table "app"."totals_delta" ("school_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "state" text not null, "delta" int not null, primary key ("school_id", "id"))`,
    );
    this.addSql(
      `create table "app"."withdrawal" ("school_id" uuid not null, "id" uuid not null, "candidacy_id" uuid not null, "candidate_id" uuid not null, "dossier_number" int not null, "reason" text not null, "at" timestamptz not null, primary key ("school_id", "id"))`,
    );
    this.addSql(`create index "withdrawal_candidate_id_index" on "app"."withdrawal" ("candidate_id")`);
    this.addSql(
      `alter table "app"."withdrawal" add constraint "withdrawal_school_id_candidacy_id_dossier_number_unique" unique ("school_id", "candidacy_id", "dossier_number")`,
    );
    this.addSql(
      `alter table "app"."withdrawal" add constraint "withdrawal_reason_check" check ("reason" in ('OTHER_ADMISSION', 'CHANGED_PLANS', 'FINANCIAL', 'PERSONAL', 'MISTAKE', 'OTHER'))`,
    );
    this.addSql(`alter table "app"."application" enable row level security`);
    this.addSql(`alter table "app"."application" force row level security`);
    this.addSql(
      `create policy "application_person_select" on "app"."application" for select to "app_person" using (exists (select from app.candidate c where c.id = application.candidate_id))`,
    );
    this.addSql(
      `create policy "application_candidate_select" on "app"."application" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "application_candidate_insert" on "app"."application" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "application_candidate_update" on "app"."application" for update to "app_candidate" using (candidate_id = (select app.acting_candidate())) with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "application_candidate_delete" on "app"."application" for delete to "app_candidate" using (candidate_id = (select app.acting_candidate()) and state = 'DRAFT')`,
    );
    this.addSql(`alter table "app"."assignment" enable row level security`);
    this.addSql(`alter table "app"."assignment" force row level security`);
    this.addSql(
      `create policy "assignment_school_select" on "app"."assignment" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "assignment_school_insert" on "app"."assignment" for insert to "app_school" with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "assignment_school_update" on "app"."assignment" for update to "app_school" using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "assignment_reviewer_select" on "app"."assignment" for select to "app_reviewer" using (school_id = (select app.acting_school()) and reader_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."audit" enable row level security`);
    this.addSql(`alter table "app"."audit" force row level security`);
    this.addSql(
      `create policy "audit_school_select" on "app"."audit" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "audit_school_insert" on "app"."audit" for insert to "app_school" with check (school_id = (select app.acting_school()) and actor_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "audit_reviewer_insert" on "app"."audit" for insert to "app_reviewer" with check (school_id = (select app.acting_school()) and actor_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "audit_candidate_insert" on "app"."audit" for insert to "app_candidate" with check (actor_id is null and exists (select from app.filing f where f.candidate_id = (select app.acting_candidate()) and f.school_id = audit.school_id))`,
    );
    this.addSql(`alter table "app"."audit_person" enable row level security`);
    this.addSql(`alter table "app"."audit_person" force row level security`);
    this.addSql(
      `create policy "audit_person_candidate_insert" on "app"."audit_person" for insert to "app_candidate" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "audit_person_platform_insert" on "app"."audit_person" for insert to "app_platform" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "audit_person_relay_insert" on "app"."audit_person" for insert to "app_relay" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "audit_person_totals_insert" on "app"."audit_person" for insert to "app_totals" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "audit_person_platform_select" on "app"."audit_person" for select to "app_platform" using ((select app.principal()) is not null and hat = 'consortium')`,
    );
    this.addSql(`alter table "app"."campaign" enable row level security`);
    this.addSql(`alter table "app"."campaign" force row level security`);
    this.addSql(`create policy "campaign_public_select" on "app"."campaign" for select to "app_public" using (state <> 'DRAFT')`);
    this.addSql(`create policy "campaign_person_select" on "app"."campaign" for select to "app_person" using (state <> 'DRAFT')`);
    this.addSql(
      `create policy "campaign_candidate_select" on "app"."campaign" for select to "app_candidate" using (state <> 'DRAFT')`,
    );
    this.addSql(
      `create policy "campaign_reviewer_select" on "app"."campaign" for select to "app_reviewer" using (state <> 'DRAFT')`,
    );
    this.addSql(
      `create policy "campaign_school_select" on "app"."campaign" for select to "app_school" using ((select app.acting_school()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_platform_select" on "app"."campaign" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_platform_insert" on "app"."campaign" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_platform_update" on "app"."campaign" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`create policy "campaign_effect_select" on "app"."campaign" for select to "app_effect" using (state <> 'DRAFT')`);
    this.addSql(`alter table "app"."campaign_member" enable row level security`);
    this.addSql(`alter table "app"."campaign_member" force row level security`);
    this.addSql(
      `create policy "campaign_member_public_select" on "app"."campaign_member" for select to "app_public" using (exists (select from app.campaign c where c.id = campaign_member.campaign_id))`,
    );
    this.addSql(
      `create policy "campaign_member_person_select" on "app"."campaign_member" for select to "app_person" using (exists (select from app.campaign c where c.id = campaign_member.campaign_id))`,
    );
    this.addSql(
      `create policy "campaign_member_candidate_select" on "app"."campaign_member" for select to "app_candidate" using (exists (select from app.campaign c where c.id = campaign_member.campaign_id))`,
    );
    this.addSql(
      `create policy "campaign_member_school_select" on "app"."campaign_member" for select to "app_school" using (exists (select from app.campaign c where c.id = campaign_member.campaign_id))`,
    );
    this.addSql(
      `create policy "campaign_member_reviewer_select" on "app"."campaign_member" for select to "app_reviewer" using (exists (select from app.campaign c where c.id = campaign_member.campaign_id))`,
    );
    this.addSql(
      `create policy "campaign_member_platform_select" on "app"."campaign_member" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_member_platform_insert" on "app"."campaign_member" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_member_platform_delete" on "app"."campaign_member" for delete to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."campaign_totals" enable row level security`);
    this.addSql(`alter table "app"."campaign_totals" force row level security`);
    this.addSql(
      `create policy "campaign_totals_platform_select" on "app"."campaign_totals" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_totals_totals_select" on "app"."campaign_totals" for select to "app_totals" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_totals_totals_insert" on "app"."campaign_totals" for insert to "app_totals" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_totals_totals_update" on "app"."campaign_totals" for update to "app_totals" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."campaign_totals_delta" enable row level security`);
    this.addSql(`alter table "app"."campaign_totals_delta" force row level security`);
    this.addSql(
      `create policy "campaign_totals_delta_platform_select" on "app"."campaign_totals_delta" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_totals_delta_totals_select" on "app"."campaign_totals_delta" for select to "app_totals" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_totals_delta_totals_delete" on "app"."campaign_totals_delta" for delete to "app_totals" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "campaign_totals_delta_effect_insert" on "app"."campaign_totals_delta" for insert to "app_effect" with check ((select app.acting_candidate()) is not null)`,
    );
    this.addSql(`alter table "app"."candidacy" enable row level security`);
    this.addSql(`alter table "app"."candidacy" force row level security`);
    this.addSql(
      `create policy "candidacy_candidate_insert" on "app"."candidacy" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()) and state = 'RECEIVED' and version = 1 and dossier_number = 1)`,
    );
    this.addSql(
      `create policy "candidacy_school_select" on "app"."candidacy" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "candidacy_school_update" on "app"."candidacy" for update to "app_school" using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "candidacy_reviewer_select" on "app"."candidacy" for select to "app_reviewer" using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = candidacy.school_id and a.candidacy_id = candidacy.id and a.reader_id = (select app.principal())))`,
    );
    this.addSql(
      `create policy "candidacy_effect_select" on "app"."candidacy" for select to "app_effect" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "candidacy_effect_update" on "app"."candidacy" for update to "app_effect" using (candidate_id = (select app.acting_candidate())) with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."candidate" enable row level security`);
    this.addSql(`alter table "app"."candidate" force row level security`);
    this.addSql(
      `create policy "candidate_person_select" on "app"."candidate" for select to "app_person" using (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "candidate_person_insert" on "app"."candidate" for insert to "app_person" with check (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "candidate_candidate_select" on "app"."candidate" for select to "app_candidate" using (id = (select app.acting_candidate()) and account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "candidate_candidate_update" on "app"."candidate" for update to "app_candidate" using (id = (select app.acting_candidate()) and account_id = (select app.principal())) with check (id = (select app.acting_candidate()) and account_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."choice" enable row level security`);
    this.addSql(`alter table "app"."choice" force row level security`);
    this.addSql(
      `create policy "choice_candidate_select" on "app"."choice" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "choice_candidate_insert" on "app"."choice" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."consortium_invitation" enable row level security`);
    this.addSql(`alter table "app"."consortium_invitation" force row level security`);
    this.addSql(
      `create policy "consortium_invitation_person_select" on "app"."consortium_invitation" for select to "app_person" using (digest = (select app.presented()))`,
    );
    this.addSql(
      `create policy "consortium_invitation_platform_select" on "app"."consortium_invitation" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "consortium_invitation_platform_insert" on "app"."consortium_invitation" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "consortium_invitation_platform_update" on "app"."consortium_invitation" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "consortium_invitation_effect_select" on "app"."consortium_invitation" for select to "app_effect" using (digest = (select app.presented()))`,
    );
    this.addSql(
      `create policy "consortium_invitation_effect_update" on "app"."consortium_invitation" for update to "app_effect" using (digest = (select app.presented())) with check (digest = (select app.presented()))`,
    );
    this.addSql(`alter table "app"."consortium_right" enable row level security`);
    this.addSql(`alter table "app"."consortium_right" force row level security`);
    this.addSql(
      `create policy "consortium_right_person_select" on "app"."consortium_right" for select to "app_person" using (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "consortium_right_platform_select" on "app"."consortium_right" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "consortium_right_platform_insert" on "app"."consortium_right" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "consortium_right_platform_update" on "app"."consortium_right" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "consortium_right_effect_select" on "app"."consortium_right" for select to "app_effect" using (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "consortium_right_effect_insert" on "app"."consortium_right" for insert to "app_effect" with check (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "consortium_right_effect_update" on "app"."consortium_right" for update to "app_effect" using (account_id = (select app.principal())) with check (account_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."country" enable row level security`);
    this.addSql(`alter table "app"."country" force row level security`);
    this.addSql(`create policy "country_public_select" on "app"."country" for select to "app_public" using (true)`);
    this.addSql(`create policy "country_person_select" on "app"."country" for select to "app_person" using (true)`);
    this.addSql(`create policy "country_candidate_select" on "app"."country" for select to "app_candidate" using (true)`);
    this.addSql(`create policy "country_school_select" on "app"."country" for select to "app_school" using (true)`);
    this.addSql(`create policy "country_reviewer_select" on "app"."country" for select to "app_reviewer" using (true)`);
    this.addSql(`create policy "country_platform_select" on "app"."country" for select to "app_platform" using (true)`);
    this.addSql(
      `create policy "country_platform_insert" on "app"."country" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "country_platform_update" on "app"."country" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."deadline_move" enable row level security`);
    this.addSql(`alter table "app"."deadline_move" force row level security`);
    this.addSql(
      `create policy "deadline_move_platform_select" on "app"."deadline_move" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "deadline_move_platform_insert" on "app"."deadline_move" for insert to "app_platform" with check (author_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."dossier_content" enable row level security`);
    this.addSql(`alter table "app"."dossier_content" force row level security`);
    this.addSql(
      `create policy "dossier_content_candidate_insert" on "app"."dossier_content" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "dossier_content_school_select" on "app"."dossier_content" for select to "app_school" using (school_id = (select app.acting_school()) and exists (select from app.opening o where o.school_id = dossier_content.school_id and o.candidacy_id = dossier_content.candidacy_id and o.reader_id = (select app.principal())))`,
    );
    this.addSql(
      `create policy "dossier_content_reviewer_select" on "app"."dossier_content" for select to "app_reviewer" using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_content.school_id and a.candidacy_id = dossier_content.candidacy_id and a.reader_id = (select app.principal())) and exists (select from app.opening o where o.school_id = dossier_content.school_id and o.candidacy_id = dossier_content.candidacy_id and o.reader_id = (select app.principal())))`,
    );
    this.addSql(`alter table "app"."dossier_head" enable row level security`);
    this.addSql(`alter table "app"."dossier_head" force row level security`);
    this.addSql(
      `create policy "dossier_head_candidate_insert" on "app"."dossier_head" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "dossier_head_school_select" on "app"."dossier_head" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "dossier_head_reviewer_select" on "app"."dossier_head" for select to "app_reviewer" using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_head.school_id and a.candidacy_id = dossier_head.candidacy_id and a.reader_id = (select app.principal())))`,
    );
    this.addSql(`alter table "app"."dossier_identity" enable row level security`);
    this.addSql(`alter table "app"."dossier_identity" force row level security`);
    this.addSql(
      `create policy "dossier_identity_candidate_insert" on "app"."dossier_identity" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "dossier_identity_school_select" on "app"."dossier_identity" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(`create policy "dossier_identity_reviewer_select" on "app"."dossier_identity" for select to "app_reviewer" using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_identity.school_id
  and a.candidacy_id = dossier_identity.candidacy_id and a.reader_id = (select app.principal()) and not a.is_masked))`);
    this.addSql(`alter table "app"."dossier_specialism" enable row level security`);
    this.addSql(`alter table "app"."dossier_specialism" force row level security`);
    this.addSql(
      `create policy "dossier_specialism_candidate_insert" on "app"."dossier_specialism" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "dossier_specialism_school_select" on "app"."dossier_specialism" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "dossier_specialism_reviewer_select" on "app"."dossier_specialism" for select to "app_reviewer" using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_specialism.school_id and a.candidacy_id = dossier_specialism.candidacy_id and a.reader_id = (select app.principal())))`,
    );
    this.addSql(`alter table "app"."filing" enable row level security`);
    this.addSql(`alter table "app"."filing" force row level security`);
    this.addSql(
      `create policy "filing_candidate_select" on "app"."filing" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "filing_candidate_insert" on "app"."filing" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."free_institution" enable row level security`);
    this.addSql(`alter table "app"."free_institution" force row level security`);
    this.addSql(
      `create policy "free_institution_candidate_select" on "app"."free_institution" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "free_institution_candidate_insert" on "app"."free_institution" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."idempotency" enable row level security`);
    this.addSql(`alter table "app"."idempotency" force row level security`);
    this.addSql(
      `create policy "idempotency_candidate_select" on "app"."idempotency" for select to "app_candidate" using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_school_select" on "app"."idempotency" for select to "app_school" using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_reviewer_select" on "app"."idempotency" for select to "app_reviewer" using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_platform_select" on "app"."idempotency" for select to "app_platform" using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_candidate_insert" on "app"."idempotency" for insert to "app_candidate" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_school_insert" on "app"."idempotency" for insert to "app_school" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_reviewer_insert" on "app"."idempotency" for insert to "app_reviewer" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_platform_insert" on "app"."idempotency" for insert to "app_platform" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_candidate_update" on "app"."idempotency" for update to "app_candidate" using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_school_update" on "app"."idempotency" for update to "app_school" using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_reviewer_update" on "app"."idempotency" for update to "app_reviewer" using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "idempotency_platform_update" on "app"."idempotency" for update to "app_platform" using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."institution" enable row level security`);
    this.addSql(`alter table "app"."institution" force row level security`);
    this.addSql(`create policy "institution_public_select" on "app"."institution" for select to "app_public" using (true)`);
    this.addSql(`create policy "institution_person_select" on "app"."institution" for select to "app_person" using (true)`);
    this.addSql(`create policy "institution_candidate_select" on "app"."institution" for select to "app_candidate" using (true)`);
    this.addSql(`create policy "institution_school_select" on "app"."institution" for select to "app_school" using (true)`);
    this.addSql(`create policy "institution_reviewer_select" on "app"."institution" for select to "app_reviewer" using (true)`);
    this.addSql(`create policy "institution_platform_select" on "app"."institution" for select to "app_platform" using (true)`);
    this.addSql(
      `create policy "institution_platform_insert" on "app"."institution" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "institution_platform_update" on "app"."institution" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."invitation" enable row level security`);
    this.addSql(`alter table "app"."invitation" force row level security`);
    this.addSql(
      `create policy "invitation_person_select" on "app"."invitation" for select to "app_person" using (digest = (select app.presented()))`,
    );
    this.addSql(
      `create policy "invitation_school_select" on "app"."invitation" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "invitation_school_insert" on "app"."invitation" for insert to "app_school" with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "invitation_school_update" on "app"."invitation" for update to "app_school" using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "invitation_platform_select" on "app"."invitation" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "invitation_platform_insert" on "app"."invitation" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "invitation_platform_update" on "app"."invitation" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "invitation_effect_select" on "app"."invitation" for select to "app_effect" using (digest = (select app.presented()))`,
    );
    this.addSql(
      `create policy "invitation_effect_update" on "app"."invitation" for update to "app_effect" using (digest = (select app.presented())) with check (digest = (select app.presented()))`,
    );
    this.addSql(`alter table "app"."invitation_acceptance" enable row level security`);
    this.addSql(`alter table "app"."invitation_acceptance" force row level security`);
    this.addSql(
      `create policy "invitation_acceptance_person_insert" on "app"."invitation_acceptance" for insert to "app_person" with check (account_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."membership" enable row level security`);
    this.addSql(`alter table "app"."membership" force row level security`);
    this.addSql(
      `create policy "membership_person_select" on "app"."membership" for select to "app_person" using (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "membership_reviewer_select" on "app"."membership" for select to "app_reviewer" using (school_id = (select app.acting_school()) and account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "membership_school_select" on "app"."membership" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "membership_school_insert" on "app"."membership" for insert to "app_school" with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "membership_school_update" on "app"."membership" for update to "app_school" using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "membership_platform_select" on "app"."membership" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "membership_effect_select" on "app"."membership" for select to "app_effect" using (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "membership_effect_insert" on "app"."membership" for insert to "app_effect" with check (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "membership_effect_update" on "app"."membership" for update to "app_effect" using (account_id = (select app.principal())) with check (account_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."mention" enable row level security`);
    this.addSql(`alter table "app"."mention" force row level security`);
    this.addSql(`create policy "mention_public_select" on "app"."mention" for select to "app_public" using (true)`);
    this.addSql(`create policy "mention_person_select" on "app"."mention" for select to "app_person" using (true)`);
    this.addSql(`create policy "mention_candidate_select" on "app"."mention" for select to "app_candidate" using (true)`);
    this.addSql(`create policy "mention_school_select" on "app"."mention" for select to "app_school" using (true)`);
    this.addSql(`create policy "mention_reviewer_select" on "app"."mention" for select to "app_reviewer" using (true)`);
    this.addSql(`create policy "mention_platform_select" on "app"."mention" for select to "app_platform" using (true)`);
    this.addSql(
      `create policy "mention_platform_insert" on "app"."mention" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "mention_platform_update" on "app"."mention" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."notice_draft" enable row level security`);
    this.addSql(`alter table "app"."notice_draft" force row level security`);
    this.addSql(
      `create policy "notice_draft_school_select" on "app"."notice_draft" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "notice_draft_school_insert" on "app"."notice_draft" for insert to "app_school" with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "notice_draft_school_update" on "app"."notice_draft" for update to "app_school" using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "notice_draft_platform_select" on "app"."notice_draft" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "notice_draft_platform_insert" on "app"."notice_draft" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "notice_draft_platform_update" on "app"."notice_draft" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "notice_draft_platform_delete" on "app"."notice_draft" for delete to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."notice_version" enable row level security`);
    this.addSql(`alter table "app"."notice_version" force row level security`);
    this.addSql(
      `create policy "notice_version_public_select" on "app"."notice_version" for select to "app_public" using (exists (select from app.campaign c where c.id = notice_version.campaign_id))`,
    );
    this.addSql(
      `create policy "notice_version_person_select" on "app"."notice_version" for select to "app_person" using (exists (select from app.campaign c where c.id = notice_version.campaign_id))`,
    );
    this.addSql(
      `create policy "notice_version_candidate_select" on "app"."notice_version" for select to "app_candidate" using (exists (select from app.campaign c where c.id = notice_version.campaign_id))`,
    );
    this.addSql(
      `create policy "notice_version_school_select" on "app"."notice_version" for select to "app_school" using (exists (select from app.campaign c where c.id = notice_version.campaign_id))`,
    );
    this.addSql(
      `create policy "notice_version_reviewer_select" on "app"."notice_version" for select to "app_reviewer" using (exists (select from app.campaign c where c.id = notice_version.campaign_id))`,
    );
    this.addSql(
      `create policy "notice_version_platform_select" on "app"."notice_version" for select to "app_platform" using (exists (select from app.campaign c where c.id = notice_version.campaign_id))`,
    );
    this.addSql(
      `create policy "notice_version_school_insert" on "app"."notice_version" for insert to "app_school" with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "notice_version_platform_insert" on "app"."notice_version" for insert to "app_platform" with check (author_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."opening" enable row level security`);
    this.addSql(`alter table "app"."opening" force row level security`);
    this.addSql(
      `create policy "opening_school_select" on "app"."opening" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "opening_reviewer_select" on "app"."opening" for select to "app_reviewer" using (school_id = (select app.acting_school()) and reader_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "opening_school_insert" on "app"."opening" for insert to "app_school" with check (school_id = (select app.acting_school()) and reader_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "opening_reviewer_insert" on "app"."opening" for insert to "app_reviewer" with check (school_id = (select app.acting_school()) and reader_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "opening_candidate_select" on "app"."opening" for select to "app_candidate" using (exists (select from app.filing f where f.candidate_id = (select app.acting_candidate()) and f.school_id = opening.school_id and f.candidacy_id = opening.candidacy_id))`,
    );
    this.addSql(`alter table "app"."outbox" enable row level security`);
    this.addSql(`alter table "app"."outbox" force row level security`);
    this.addSql(
      `create policy "outbox_candidate_insert" on "app"."outbox" for insert to "app_candidate" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "outbox_school_insert" on "app"."outbox" for insert to "app_school" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "outbox_reviewer_insert" on "app"."outbox" for insert to "app_reviewer" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "outbox_platform_insert" on "app"."outbox" for insert to "app_platform" with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "outbox_relay_select" on "app"."outbox" for select to "app_relay" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "outbox_relay_update" on "app"."outbox" for update to "app_relay" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."person" enable row level security`);
    this.addSql(`alter table "app"."person" force row level security`);
    this.addSql(
      `create policy "person_person_select" on "app"."person" for select to "app_person" using (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "person_person_insert" on "app"."person" for insert to "app_person" with check (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "person_person_update" on "app"."person" for update to "app_person" using (account_id = (select app.principal())) with check (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "person_candidate_select" on "app"."person" for select to "app_candidate" using (account_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy "person_effect_select" on "app"."person" for select to "app_effect" using (account_id = (select app.principal()))`,
    );
    this.addSql(`alter table "app"."preference" enable row level security`);
    this.addSql(`alter table "app"."preference" force row level security`);
    this.addSql(
      `create policy "preference_candidate_select" on "app"."preference" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "preference_candidate_insert" on "app"."preference" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."recall" enable row level security`);
    this.addSql(`alter table "app"."recall" force row level security`);
    this.addSql(
      `create policy "recall_candidate_select" on "app"."recall" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "recall_candidate_insert" on "app"."recall" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."school" enable row level security`);
    this.addSql(`alter table "app"."school" force row level security`);
    this.addSql(`create policy "school_public_select" on "app"."school" for select to "app_public" using (is_listed)`);
    this.addSql(`create policy "school_person_select" on "app"."school" for select to "app_person" using (is_listed)`);
    this.addSql(`create policy "school_candidate_select" on "app"."school" for select to "app_candidate" using (is_listed)`);
    this.addSql(`create policy "school_school_select" on "app"."school" for select to "app_school" using (is_listed)`);
    this.addSql(`create policy "school_reviewer_select" on "app"."school" for select to "app_reviewer" using (is_listed)`);
    this.addSql(
      `create policy "school_school_update" on "app"."school" for update to "app_school" using (id = (select app.acting_school())) with check (id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "school_platform_select" on "app"."school" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "school_platform_insert" on "app"."school" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "school_platform_update" on "app"."school" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."snapshot" enable row level security`);
    this.addSql(`alter table "app"."snapshot" force row level security`);
    this.addSql(
      `create policy "snapshot_candidate_select" on "app"."snapshot" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "snapshot_candidate_insert" on "app"."snapshot" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."special_arrangement" enable row level security`);
    this.addSql(`alter table "app"."special_arrangement" force row level security`);
    this.addSql(
      `create policy "special_arrangement_candidate_select" on "app"."special_arrangement" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "special_arrangement_candidate_insert" on "app"."special_arrangement" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "special_arrangement_candidate_update" on "app"."special_arrangement" for update to "app_candidate" using (candidate_id = (select app.acting_candidate())) with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(`alter table "app"."specialism" enable row level security`);
    this.addSql(`alter table "app"."specialism" force row level security`);
    this.addSql(`create policy "specialism_public_select" on "app"."specialism" for select to "app_public" using (true)`);
    this.addSql(`create policy "specialism_person_select" on "app"."specialism" for select to "app_person" using (true)`);
    this.addSql(`create policy "specialism_candidate_select" on "app"."specialism" for select to "app_candidate" using (true)`);
    this.addSql(`create policy "specialism_school_select" on "app"."specialism" for select to "app_school" using (true)`);
    this.addSql(`create policy "specialism_reviewer_select" on "app"."specialism" for select to "app_reviewer" using (true)`);
    this.addSql(`create policy "specialism_platform_select" on "app"."specialism" for select to "app_platform" using (true)`);
    this.addSql(
      `create policy "specialism_platform_insert" on "app"."specialism" for insert to "app_platform" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "specialism_platform_update" on "app"."specialism" for update to "app_platform" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."totals" enable row level security`);
    this.addSql(`alter table "app"."totals" force row level security`);
    this.addSql(
      `create policy "totals_school_select" on "app"."totals" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "totals_platform_select" on "app"."totals" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "totals_totals_select" on "app"."totals" for select to "app_totals" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "totals_totals_insert" on "app"."totals" for insert to "app_totals" with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "totals_totals_update" on "app"."totals" for update to "app_totals" using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table "app"."totals_delta" enable row level security`);
    this.addSql(`alter table "app"."totals_delta" force row level security`);
    this.addSql(
      `create policy "totals_delta_school_select" on "app"."totals_delta" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy "totals_delta_platform_select" on "app"."totals_delta" for select to "app_platform" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "totals_delta_totals_select" on "app"."totals_delta" for select to "app_totals" using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy "totals_delta_totals_delete" on "app"."totals_delta" for delete to "app_totals" using ((select app.principal()) is not null)`,
    );
    this.addSql(`create policy "totals_delta_effect_insert" on "app"."totals_delta" for insert to "app_effect" with check (school_id = (select app.acting_school()) or exists (select from app.candidacy c
  where c.school_id = totals_delta.school_id and c.candidate_id = (select app.acting_candidate())))`);
    this.addSql(`alter table "app"."withdrawal" enable row level security`);
    this.addSql(`alter table "app"."withdrawal" force row level security`);
    this.addSql(
      `create policy "withdrawal_candidate_select" on "app"."withdrawal" for select to "app_candidate" using (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "withdrawal_candidate_insert" on "app"."withdrawal" for insert to "app_candidate" with check (candidate_id = (select app.acting_candidate()))`,
    );
    this.addSql(
      `create policy "withdrawal_school_select" on "app"."withdrawal" for select to "app_school" using (school_id = (select app.acting_school()))`,
    );
  }
}
