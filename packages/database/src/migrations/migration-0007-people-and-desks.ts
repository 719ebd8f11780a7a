import { Migration } from '@mikro-orm/migrations';

/** What the tables have become since the migration before, printed from them (`pnpm db:print`). */
export class Migration0007PeopleAndDesks extends Migration {
  override up() {
    this.addSql(
      `create table app.api_key (school_id uuid not null, id uuid not null, name text not null, scopes text[] not null, maker_id uuid not null, at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz null, version int not null default 1, primary key (school_id, id))`,
    );
    this.addSql(`create index api_key_school_id_at_id_index on app.api_key (school_id, at, id)`);
    this.addSql(
      `create table app.api_key_secret (school_id uuid not null, id uuid not null, key_id uuid not null, digest bytea not null, prefix text not null, at timestamptz not null, ends_at timestamptz null, primary key (school_id, id))`,
    );
    this.addSql(`create index api_key_secret_digest_index on app.api_key_secret (digest)`);
    this.addSql(`create index api_key_secret_school_id_key_id_index on app.api_key_secret (school_id, key_id)`);
    this.addSql(
      `create table app.api_key_use (school_id uuid not null, key_id uuid not null, at timestamptz not null, primary key (school_id, key_id))`,
    );
    this.addSql(
      `create table app.audit_chain (school_id uuid not null, number int not null, audit_id uuid not null, digest text not null, sealed_at timestamptz not null, primary key (school_id, number))`,
    );
    this.addSql(`alter table app.audit_chain add constraint audit_chain_school_id_audit_id_unique unique (school_id, audit_id)`);
    this.addSql(
      `create table app.audit_person_chain (audit_id uuid not null, number int not null, digest text not null, sealed_at timestamptz not null, primary key (audit_id))`,
    );
    this.addSql(`alter table app.audit_person_chain add constraint audit_person_chain_number_unique unique (number)`);
    this.addSql(
      `create table app.break_glass (school_id uuid not null, id uuid not null, principal_id uuid not null, display_name text not null, reference text not null, candidacy_id uuid null, reason text not null, at timestamptz not null, ends_at timestamptz not null, ended_at timestamptz null, primary key (school_id, id))`,
    );
    this.addSql(`create index break_glass_principal_id_index on app.break_glass (principal_id)`);
    this.addSql(`create index break_glass_school_id_candidacy_id_index on app.break_glass (school_id, candidacy_id)`);
    this.addSql(`create index break_glass_school_id_at_id_index on app.break_glass (school_id, at, id)`);
    this.addSql(
      `create table app.bulk_act (school_id uuid not null, id uuid not null, actor_id uuid not null, kind text not null, at timestamptz not null, undone_at timestamptz null, primary key (school_id, id))`,
    );
    this.addSql(
      `create table app.bulk_act_item (school_id uuid not null, act_id uuid not null, place int not null, subject_id uuid not null, candidacy_id uuid null, outcome text not null, undo_outcome text null, primary key (school_id, act_id, place, subject_id))`,
    );
    this.addSql(
      `create table app.candidacy_label (school_id uuid not null, candidacy_id uuid not null, label_id uuid not null, author_id uuid not null, at timestamptz not null, primary key (school_id, candidacy_id, label_id))`,
    );
    this.addSql(
      `create index candidacy_label_school_id_label_id_candidacy_id_index on app.candidacy_label (school_id, label_id, candidacy_id)`,
    );
    this.addSql(
      `create table app.export_chunk (school_id uuid not null, job_id uuid not null, attempt int not null, number int not null, bytes bytea not null, primary key (school_id, job_id, attempt, number))`,
    );
    this.addSql(
      `create table app.export_job (school_id uuid not null, id uuid not null, requested_by uuid not null, campaign_id uuid not null, format text not null, filter jsonb not null, order_by text not null, columns text[] not null, with_content boolean not null, locale text not null, state text not null default 'QUEUED', failure text null, attempt int not null default 0, lease_until timestamptz null, counted int not null default 0, total int null, rows int null, bytes int null, created_at timestamptz not null, finished_at timestamptz null, expires_at timestamptz null, primary key (school_id, id))`,
    );
    this.addSql(`create index export_job_newest on app.export_job (school_id, created_at, id)`);
    this.addSql(`create index export_job_waiting on app.export_job (created_at) where state in ('QUEUED', 'RUNNING')`);
    this.addSql(
      `create table app.institution_alias (id uuid not null, search_key text collate "C" not null, country text not null, institution_id uuid not null, at timestamptz not null, primary key (id))`,
    );
    this.addSql(`create index institution_alias_institution_id_index on app.institution_alias (institution_id)`);
    this.addSql(
      `alter table app.institution_alias add constraint institution_alias_search_key_country_unique unique (search_key, country)`,
    );
    this.addSql(
      `create table app.invitation_delivery (school_id uuid not null, invitation_id uuid not null, state text not null, state_at timestamptz not null, primary key (school_id, invitation_id))`,
    );
    this.addSql(
      `create table app.job_pass (kind text not null, at timestamptz not null, waiting int null, given_up int null, oldest_at timestamptz null, primary key (kind))`,
    );
    this.addSql(
      `create table app.job_run (id uuid not null, kind text not null, state text not null, started_at timestamptz not null, finished_at timestamptz null, done int not null default 0, total int null, error text null, primary key (id))`,
    );
    this.addSql(`create index job_run_started_at_id_index on app.job_run (started_at, id)`);
    this.addSql(
      `create table app.label (school_id uuid not null, id uuid not null, name text not null, name_key text collate "C" not null, colour text not null, version int not null default 1, primary key (school_id, id))`,
    );
    this.addSql(`alter table app.label add constraint label_school_id_name_key_unique unique (school_id, name_key)`);
    this.addSql(
      `create table app.mail_delivery (id uuid not null, source text not null, kind text not null, recipient_id uuid null, state text not null, return_digest bytea null, tries int not null, reply_code int null, status text null, cause text null, at timestamptz not null, sent_at timestamptz null, state_at timestamptz not null, retry_asked_at timestamptz null, primary key (id))`,
    );
    this.addSql(`create index mail_delivery_recipient_id_index on app.mail_delivery (recipient_id)`);
    this.addSql(`create index mail_delivery_return_digest_index on app.mail_delivery (return_digest)`);
    this.addSql(`create index mail_delivery_at_id_index on app.mail_delivery (at, id)`);
    this.addSql(
      `create table app.note (school_id uuid not null, id uuid not null, candidacy_id uuid not null, author_id uuid not null, at timestamptz not null, version int not null default 1, removed_at timestamptz null, remover_id uuid null, primary key (school_id, id))`,
    );
    this.addSql(`create index note_school_id_candidacy_id_at_id_index on app.note (school_id, candidacy_id, at, id)`);
    this.addSql(
      `create table app.note_version (school_id uuid not null, note_id uuid not null, number int not null, text text not null, author_id uuid not null, at timestamptz not null, primary key (school_id, note_id, number))`,
    );
    this.addSql(
      `create table app.reader_profile (school_id uuid not null, reader_id uuid not null, largest_load int null, version int not null default 1, primary key (school_id, reader_id))`,
    );
    this.addSql(
      `create table app.reader_specialism (school_id uuid not null, reader_id uuid not null, specialism_id uuid not null, primary key (school_id, reader_id, specialism_id))`,
    );
    this.addSql(
      `create table app.saved_view (school_id uuid not null, id uuid not null, campaign_id uuid not null, holder_id uuid not null, name text not null, name_key text collate "C" not null, filter text not null, order_by text not null, columns text[] not null, version int not null default 1, primary key (school_id, id))`,
    );
    this.addSql(
      `alter table app.saved_view add constraint saved_view_school_id_campaign_id_holder_id_name_key_unique unique (school_id, campaign_id, holder_id, name_key)`,
    );
    this.addSql(
      `create table app.spelling_dismissal (search_key text collate "C" not null, country text not null, at timestamptz not null, primary key (search_key, country))`,
    );
    this.addSql(`drop policy assignment_reviewer_select on app.assignment`);
    this.addSql(`drop policy assignment_school_insert on app.assignment`);
    this.addSql(`drop policy candidacy_reviewer_select on app.candidacy`);
    this.addSql(`drop policy dossier_content_reviewer_select on app.dossier_content`);
    this.addSql(`drop policy dossier_content_school_select on app.dossier_content`);
    this.addSql(`drop policy dossier_head_reviewer_select on app.dossier_head`);
    this.addSql(`drop policy dossier_identity_reviewer_select on app.dossier_identity`);
    this.addSql(`drop policy dossier_specialism_reviewer_select on app.dossier_specialism`);
    this.addSql(`drop policy invitation_platform_insert on app.invitation`);
    this.addSql(`drop policy invitation_platform_select on app.invitation`);
    this.addSql(`drop policy invitation_platform_update on app.invitation`);
    this.addSql(`drop policy invitation_school_insert on app.invitation`);
    this.addSql(`drop policy membership_school_insert on app.membership`);
    this.addSql(
      `alter table app.assignment add at timestamptz not null default app.clock(), add assigner_id uuid null, add act_id uuid null, add ended_at timestamptz null`,
    );
    this.addSql(`create index assignment_standing on app.assignment (school_id, candidacy_id) where ended_at is null`);
    this.addSql(
      `create policy assignment_key_select on app.assignment for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy assignment_reviewer_select on app.assignment for select to app_reviewer using (school_id = (select app.acting_school()) and reader_id = (select app.principal()) and ended_at is null)`,
    );
    this.addSql(
      `create policy assignment_school_insert on app.assignment for insert to app_school with check (school_id = (select app.acting_school()) and assigner_id = (select app.principal()))`,
    );
    this.addSql(
      `alter table app.audit add purpose text null, add network text null default NULLIF(current_setting('app.network'::text, true), ''::text)`,
    );
    this.addSql(`create index audit_school_id_actor_id_at_id_index on app.audit (school_id, actor_id, at, id)`);
    this.addSql(`create index audit_at_index on app.audit (at)`);
    this.addSql(
      `create policy audit_sealer_select on app.audit for select to app_sealer using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy audit_key_insert on app.audit for insert to app_key with check (school_id = (select app.acting_school()) and actor_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy audit_effect_insert on app.audit for insert to app_effect with check (actor_id = (select app.principal()))`,
    );
    this.addSql(
      `alter table app.audit_person add purpose text null, add network text null default NULLIF(current_setting('app.network'::text, true), ''::text)`,
    );
    this.addSql(`create index audit_person_principal_id_at_id_index on app.audit_person (principal_id, at, id)`);
    this.addSql(`create index audit_person_object_id_index on app.audit_person (object_id)`);
    this.addSql(
      `create policy audit_person_jobs_insert on app.audit_person for insert to app_jobs with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy audit_person_effect_insert on app.audit_person for insert to app_effect with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy audit_person_sealer_select on app.audit_person for select to app_sealer using ((select app.principal()) is not null)`,
    );
    this.addSql(`create policy campaign_key_select on app.campaign for select to app_key using (state <> 'DRAFT')`);
    this.addSql(
      `create policy campaign_member_key_select on app.campaign_member for select to app_key using (exists (select from app.campaign c where c.id = campaign_member.campaign_id))`,
    );
    this.addSql(`drop index app.candidacy_by_arrival`);
    this.addSql(`drop index app.candidacy_by_state`);
    this.addSql(`create index candidacy_by_arrival on app.candidacy (school_id, campaign_id, received_at, id, dossier_number)`);
    this.addSql(
      `create index candidacy_by_state on app.candidacy (school_id, campaign_id, state, received_at, id, dossier_number)`,
    );
    this.addSql(
      `create policy candidacy_key_select on app.candidacy for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy candidacy_reviewer_select on app.candidacy for select to app_reviewer using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = candidacy.school_id and a.candidacy_id = candidacy.id and a.reader_id = (select app.principal()) and a.ended_at is null))`,
    );
    this.addSql(`create policy candidate_effect_select on app.candidate for select to app_effect using (exists (select from app.dossier_head h join app.break_glass b on b.school_id = h.school_id and b.reference = h.reference
  where h.candidate_id = candidate.id and b.principal_id = (select app.principal()) and b.ended_at is null))`);
    this.addSql(`alter table app.consortium_invitation add locale text not null default 'fr'`);
    this.addSql(
      `alter table app.consortium_invitation add constraint consortium_invitation_locale_check check (locale in ('fr', 'en'))`,
    );
    this.addSql(`create policy country_key_select on app.country for select to app_key using (true)`);
    this.addSql(
      `create policy dossier_content_key_select on app.dossier_content for select to app_key using (school_id = (select app.acting_school()) and exists (select from app.opening o where o.school_id = dossier_content.school_id and o.candidacy_id = dossier_content.candidacy_id and o.reader_id = (select app.principal())))`,
    );
    this.addSql(
      `create policy dossier_content_platform_select on app.dossier_content for select to app_platform using (exists (select from app.break_glass b where b.school_id = dossier_content.school_id and b.candidacy_id = dossier_content.candidacy_id and b.principal_id = (select app.principal()) and b.ended_at is null))`,
    );
    this.addSql(
      `create policy dossier_content_reviewer_select on app.dossier_content for select to app_reviewer using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_content.school_id and a.candidacy_id = dossier_content.candidacy_id and a.reader_id = (select app.principal()) and a.ended_at is null) and exists (select from app.opening o where o.school_id = dossier_content.school_id and o.candidacy_id = dossier_content.candidacy_id and o.reader_id = (select app.principal())))`,
    );
    this.addSql(`create policy dossier_content_school_select on app.dossier_content for select to app_school using (school_id = (select app.acting_school()) and exists (select from app.opening o where o.school_id = dossier_content.school_id and o.candidacy_id = dossier_content.candidacy_id and o.reader_id = (select app.principal())) and case when (select m.functions from app.membership m where m.school_id = (select app.acting_school()) and m.account_id = (select app.principal()) and m.ended_at is null) && array['ADMIN', 'OFFICER'] then true
  else (select m.functions from app.membership m where m.school_id = (select app.acting_school()) and m.account_id = (select app.principal()) and m.ended_at is null) && array['REVIEWER'] and exists (select from app.assignment a where a.school_id = dossier_content.school_id and a.candidacy_id = dossier_content.candidacy_id and a.reader_id = (select app.principal()) and a.ended_at is null) end)`);
    this.addSql(`alter table app.dossier_head add institution_key text collate "C" null`);
    this.addSql(
      `create policy dossier_head_key_select on app.dossier_head for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy dossier_head_platform_select on app.dossier_head for select to app_platform using (exists (select from app.break_glass b where b.school_id = dossier_head.school_id and b.candidacy_id = dossier_head.candidacy_id and b.principal_id = (select app.principal()) and b.ended_at is null))`,
    );
    this.addSql(`create policy dossier_head_effect_select on app.dossier_head for select to app_effect using (exists (select from app.break_glass b where b.school_id = dossier_head.school_id and b.reference = dossier_head.reference
  and b.principal_id = (select app.principal()) and b.ended_at is null))`);
    this.addSql(
      `create policy dossier_head_reviewer_select on app.dossier_head for select to app_reviewer using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_head.school_id and a.candidacy_id = dossier_head.candidacy_id and a.reader_id = (select app.principal()) and a.ended_at is null))`,
    );
    this.addSql(
      `create policy dossier_identity_key_select on app.dossier_identity for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy dossier_identity_platform_select on app.dossier_identity for select to app_platform using (exists (select from app.break_glass b where b.school_id = dossier_identity.school_id and b.candidacy_id = dossier_identity.candidacy_id and b.principal_id = (select app.principal()) and b.ended_at is null))`,
    );
    this.addSql(`create policy dossier_identity_reviewer_select on app.dossier_identity for select to app_reviewer using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_identity.school_id
  and a.candidacy_id = dossier_identity.candidacy_id and a.reader_id = (select app.principal()) and not a.is_masked and a.ended_at is null))`);
    this.addSql(
      `create policy dossier_specialism_key_select on app.dossier_specialism for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy dossier_specialism_platform_select on app.dossier_specialism for select to app_platform using (exists (select from app.break_glass b where b.school_id = dossier_specialism.school_id and b.candidacy_id = dossier_specialism.candidacy_id and b.principal_id = (select app.principal()) and b.ended_at is null))`,
    );
    this.addSql(
      `create policy dossier_specialism_reviewer_select on app.dossier_specialism for select to app_reviewer using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = dossier_specialism.school_id and a.candidacy_id = dossier_specialism.candidacy_id and a.reader_id = (select app.principal()) and a.ended_at is null))`,
    );
    this.addSql(`create index free_institution_search_key_country_index on app.free_institution (search_key, country)`);
    this.addSql(
      `create policy free_institution_platform_select on app.free_institution for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy idempotency_key_select on app.idempotency for select to app_key using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy idempotency_person_select on app.idempotency for select to app_person using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy idempotency_key_insert on app.idempotency for insert to app_key with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy idempotency_person_insert on app.idempotency for insert to app_person with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy idempotency_key_update on app.idempotency for update to app_key using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy idempotency_person_update on app.idempotency for update to app_person using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(`create policy institution_key_select on app.institution for select to app_key using (true)`);
    this.addSql(
      `alter table app.invitation add locale text not null default 'fr', add by_consortium boolean not null default false`,
    );
    this.addSql(`create index invitation_school_id_at_id_index on app.invitation (school_id, at, id)`);
    this.addSql(`alter table app.invitation add constraint invitation_locale_check check (locale in ('fr', 'en'))`);
    this.addSql(
      `create policy invitation_relay_select on app.invitation for select to app_relay using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy invitation_platform_insert on app.invitation for insert to app_platform with check ((select app.principal()) is not null and by_consortium)`,
    );
    this.addSql(
      `create policy invitation_platform_select on app.invitation for select to app_platform using ((select app.principal()) is not null and by_consortium)`,
    );
    this.addSql(
      `create policy invitation_platform_update on app.invitation for update to app_platform using ((select app.principal()) is not null and by_consortium) with check ((select app.principal()) is not null and by_consortium)`,
    );
    this.addSql(
      `create policy invitation_school_insert on app.invitation for insert to app_school with check (school_id = (select app.acting_school()) and not by_consortium)`,
    );
    this.addSql(`alter table app.membership add changed_at timestamptz null`);
    this.addSql(
      `create policy membership_key_select on app.membership for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(`create policy mention_key_select on app.mention for select to app_key using (true)`);
    this.addSql(
      `create policy notice_version_key_select on app.notice_version for select to app_key using (exists (select from app.campaign c where c.id = notice_version.campaign_id))`,
    );
    this.addSql(`alter table app.opening drop constraint opening_pkey`);
    this.addSql(`alter table app.opening drop constraint opening_function_check`);
    this.addSql(`alter table app.opening add means text not null default 'SCREEN'`);
    this.addSql(`create index opening_newest on app.opening (school_id, at, id)`);
    this.addSql(
      `create unique index opening_once on app.opening (school_id, candidacy_id, reader_id, means) where means in ('SCREEN', 'KEY')`,
    );
    this.addSql(`alter table app.opening add primary key (school_id, candidacy_id, reader_id, id)`);
    this.addSql(
      `alter table app.opening add constraint opening_means_check check (means in ('SCREEN', 'EXPORT', 'KEY', 'BREAK_GLASS'))`,
    );
    this.addSql(
      `alter table app.opening add constraint opening_function_check check (function in ('ADMIN', 'OFFICER', 'REVIEWER', 'OBSERVER', 'API_KEY', 'CONSORTIUM'))`,
    );
    this.addSql(
      `create policy opening_key_select on app.opening for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy opening_key_insert on app.opening for insert to app_key with check (school_id = (select app.acting_school()) and reader_id = (select app.principal()))`,
    );
    this.addSql(`alter table app.outbox add sealed_link bytea null`);
    this.addSql(
      `alter table app.outbox add constraint outbox_link_is_erased check (sealed_link is null or (sent_at is null and dead_at is null))`,
    );
    this.addSql(
      `create policy outbox_key_insert on app.outbox for insert to app_key with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy outbox_effect_insert on app.outbox for insert to app_effect with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy outbox_platform_select on app.outbox for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy outbox_jobs_select on app.outbox for select to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy outbox_jobs_delete on app.outbox for delete to app_jobs using ((select app.principal()) is not null and sent_at is not null)`,
    );
    this.addSql(`create policy school_key_select on app.school for select to app_key using (is_listed)`);
    this.addSql(`create policy specialism_key_select on app.specialism for select to app_key using (true)`);
    this.addSql(
      `create policy totals_key_select on app.totals for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy totals_delta_key_select on app.totals_delta for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy withdrawal_key_select on app.withdrawal for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `alter table app.api_key add constraint api_key_scopes_are_known check (scopes <@ array['CANDIDACIES_READ', 'CANDIDACIES_WRITE', 'NOTES_READ', 'NOTES_WRITE', 'LABELS_READ', 'LABELS_WRITE', 'VIEWS_READ', 'EXPORTS_READ', 'EXPORTS_WRITE', 'TOTALS_READ'] and cardinality(scopes) > 0)`,
    );
    this.addSql(`alter table app.api_key enable row level security`);
    this.addSql(`alter table app.api_key force row level security`);
    this.addSql(
      `create policy api_key_school_select on app.api_key for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy api_key_school_insert on app.api_key for insert to app_school with check (school_id = (select app.acting_school()) and maker_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy api_key_school_update on app.api_key for update to app_school using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy api_key_key_select on app.api_key for select to app_key using (school_id = (select app.acting_school()) and id = (select app.principal()))`,
    );
    this.addSql(
      `create policy api_key_person_select on app.api_key for select to app_person using (exists (select from app.api_key_secret s where s.school_id = api_key.school_id and s.key_id = api_key.id and s.digest = (select app.presented())))`,
    );
    this.addSql(`alter table app.api_key_secret enable row level security`);
    this.addSql(`alter table app.api_key_secret force row level security`);
    this.addSql(
      `create policy api_key_secret_school_select on app.api_key_secret for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy api_key_secret_school_insert on app.api_key_secret for insert to app_school with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy api_key_secret_school_update on app.api_key_secret for update to app_school using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy api_key_secret_person_select on app.api_key_secret for select to app_person using (digest = (select app.presented()))`,
    );
    this.addSql(`alter table app.api_key_use enable row level security`);
    this.addSql(`alter table app.api_key_use force row level security`);
    this.addSql(
      `create policy api_key_use_school_select on app.api_key_use for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy api_key_use_key_select on app.api_key_use for select to app_key using (school_id = (select app.acting_school()) and key_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy api_key_use_key_insert on app.api_key_use for insert to app_key with check (school_id = (select app.acting_school()) and key_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy api_key_use_key_update on app.api_key_use for update to app_key using (school_id = (select app.acting_school()) and key_id = (select app.principal())) with check (school_id = (select app.acting_school()) and key_id = (select app.principal()))`,
    );
    this.addSql(`alter table app.audit_chain enable row level security`);
    this.addSql(`alter table app.audit_chain force row level security`);
    this.addSql(
      `create policy audit_chain_sealer_select on app.audit_chain for select to app_sealer using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy audit_chain_sealer_insert on app.audit_chain for insert to app_sealer with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table app.audit_person_chain enable row level security`);
    this.addSql(`alter table app.audit_person_chain force row level security`);
    this.addSql(
      `create policy audit_person_chain_sealer_select on app.audit_person_chain for select to app_sealer using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy audit_person_chain_sealer_insert on app.audit_person_chain for insert to app_sealer with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `alter table app.break_glass add constraint break_glass_lasts_thirty_minutes check (ends_at > at and ends_at <= at + '00:30:00'::interval)`,
    );
    this.addSql(
      `alter table app.break_glass add constraint break_glass_has_a_reason check (char_length(reason) >= 20 and char_length(reason) <= 500)`,
    );
    this.addSql(`alter table app.break_glass enable row level security`);
    this.addSql(`alter table app.break_glass force row level security`);
    this.addSql(
      `create policy break_glass_platform_select on app.break_glass for select to app_platform using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy break_glass_platform_insert on app.break_glass for insert to app_platform with check (principal_id = (select app.principal()) and candidacy_id is null and ended_at is null)`,
    );
    this.addSql(
      `create policy break_glass_platform_update on app.break_glass for update to app_platform using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy break_glass_school_select on app.break_glass for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy break_glass_candidate_select on app.break_glass for select to app_candidate using (exists (select from app.filing f where f.candidate_id = (select app.acting_candidate()) and f.school_id = break_glass.school_id and f.candidacy_id = break_glass.candidacy_id))`,
    );
    this.addSql(
      `create policy break_glass_effect_select on app.break_glass for select to app_effect using (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy break_glass_effect_update on app.break_glass for update to app_effect using (principal_id = (select app.principal())) with check (principal_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy break_glass_jobs_select on app.break_glass for select to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy break_glass_jobs_update on app.break_glass for update to app_jobs using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `alter table app.bulk_act add constraint bulk_act_kind_check check (kind in ('ASSIGN', 'UNASSIGN', 'LABEL', 'UNLABEL'))`,
    );
    this.addSql(`alter table app.bulk_act enable row level security`);
    this.addSql(`alter table app.bulk_act force row level security`);
    this.addSql(
      `create policy bulk_act_school_select on app.bulk_act for select to app_school using (school_id = (select app.acting_school()) and actor_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy bulk_act_school_insert on app.bulk_act for insert to app_school with check (school_id = (select app.acting_school()) and actor_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy bulk_act_school_update on app.bulk_act for update to app_school using (school_id = (select app.acting_school()) and actor_id = (select app.principal())) with check (school_id = (select app.acting_school()) and actor_id = (select app.principal()))`,
    );
    this.addSql(
      `alter table app.bulk_act_item add constraint bulk_act_item_outcome_check check (outcome in ('DONE', 'ALREADY', 'NOT_FOUND', 'WITHDRAWN', 'FULL'))`,
    );
    this.addSql(
      `alter table app.bulk_act_item add constraint bulk_act_item_undo_outcome_check check (undo_outcome in ('UNDONE', 'CHANGED_SINCE'))`,
    );
    this.addSql(`alter table app.bulk_act_item enable row level security`);
    this.addSql(`alter table app.bulk_act_item force row level security`);
    this.addSql(
      `create policy bulk_act_item_school_select on app.bulk_act_item for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy bulk_act_item_school_insert on app.bulk_act_item for insert to app_school with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy bulk_act_item_school_update on app.bulk_act_item for update to app_school using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(`alter table app.candidacy_label enable row level security`);
    this.addSql(`alter table app.candidacy_label force row level security`);
    this.addSql(
      `create policy candidacy_label_school_select on app.candidacy_label for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy candidacy_label_key_select on app.candidacy_label for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy candidacy_label_school_delete on app.candidacy_label for delete to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy candidacy_label_key_delete on app.candidacy_label for delete to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy candidacy_label_school_insert on app.candidacy_label for insert to app_school with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy candidacy_label_key_insert on app.candidacy_label for insert to app_key with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
    );
    this.addSql(`alter table app.export_chunk enable row level security`);
    this.addSql(`alter table app.export_chunk force row level security`);
    this.addSql(`create policy export_chunk_school_insert on app.export_chunk for insert to app_school with check (school_id = (select app.acting_school()) and exists (select from app.export_job j where j.school_id = export_chunk.school_id
  and j.id = export_chunk.job_id and j.attempt = export_chunk.attempt and j.requested_by = (select app.principal()) and j.state = 'RUNNING'))`);
    this.addSql(`create policy export_chunk_key_insert on app.export_chunk for insert to app_key with check (school_id = (select app.acting_school()) and exists (select from app.export_job j where j.school_id = export_chunk.school_id
  and j.id = export_chunk.job_id and j.attempt = export_chunk.attempt and j.requested_by = (select app.principal()) and j.state = 'RUNNING'))`);
    this.addSql(`create policy export_chunk_school_select on app.export_chunk for select to app_school using (school_id = (select app.acting_school()) and exists (select from app.export_job j where j.school_id = export_chunk.school_id
  and j.id = export_chunk.job_id and j.attempt = export_chunk.attempt and j.requested_by = (select app.principal()) and j.state = 'DONE'))`);
    this.addSql(`create policy export_chunk_key_select on app.export_chunk for select to app_key using (school_id = (select app.acting_school()) and exists (select from app.export_job j where j.school_id = export_chunk.school_id
  and j.id = export_chunk.job_id and j.attempt = export_chunk.attempt and j.requested_by = (select app.principal()) and j.state = 'DONE'))`);
    this.addSql(
      `create policy export_chunk_jobs_select on app.export_chunk for select to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy export_chunk_jobs_delete on app.export_chunk for delete to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `alter table app.export_job add constraint export_job_format_check check (format in ('CSV', 'XLSX', 'JSON_LINES'))`,
    );
    this.addSql(
      `alter table app.export_job add constraint export_job_order_by_check check (order_by in ('RECEIVED_AT_ASC', 'RECEIVED_AT_DESC', 'LAST_NAME_ASC'))`,
    );
    this.addSql(`alter table app.export_job add constraint export_job_locale_check check (locale in ('fr', 'en'))`);
    this.addSql(
      `alter table app.export_job add constraint export_job_state_check check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED'))`,
    );
    this.addSql(
      `alter table app.export_job add constraint export_job_failure_check check (failure in ('RIGHT_LOST', 'NOT_WRITTEN'))`,
    );
    this.addSql(`alter table app.export_job enable row level security`);
    this.addSql(`alter table app.export_job force row level security`);
    this.addSql(
      `create policy export_job_school_select on app.export_job for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy export_job_key_select on app.export_job for select to app_key using (school_id = (select app.acting_school()) and requested_by = (select app.principal()))`,
    );
    this.addSql(
      `create policy export_job_school_insert on app.export_job for insert to app_school with check (school_id = (select app.acting_school()) and requested_by = (select app.principal()) and state = 'QUEUED')`,
    );
    this.addSql(
      `create policy export_job_key_insert on app.export_job for insert to app_key with check (school_id = (select app.acting_school()) and requested_by = (select app.principal()) and state = 'QUEUED')`,
    );
    this.addSql(
      `create policy export_job_school_update on app.export_job for update to app_school using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy export_job_key_update on app.export_job for update to app_key using (school_id = (select app.acting_school()) and requested_by = (select app.principal())) with check (school_id = (select app.acting_school()) and requested_by = (select app.principal()))`,
    );
    this.addSql(
      `create policy export_job_jobs_select on app.export_job for select to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy export_job_jobs_update on app.export_job for update to app_jobs using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table app.institution_alias enable row level security`);
    this.addSql(`alter table app.institution_alias force row level security`);
    this.addSql(`create policy institution_alias_public_select on app.institution_alias for select to app_public using (true)`);
    this.addSql(`create policy institution_alias_person_select on app.institution_alias for select to app_person using (true)`);
    this.addSql(
      `create policy institution_alias_candidate_select on app.institution_alias for select to app_candidate using (true)`,
    );
    this.addSql(`create policy institution_alias_school_select on app.institution_alias for select to app_school using (true)`);
    this.addSql(`create policy institution_alias_key_select on app.institution_alias for select to app_key using (true)`);
    this.addSql(
      `create policy institution_alias_reviewer_select on app.institution_alias for select to app_reviewer using (true)`,
    );
    this.addSql(
      `create policy institution_alias_platform_select on app.institution_alias for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy institution_alias_platform_insert on app.institution_alias for insert to app_platform with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy institution_alias_platform_update on app.institution_alias for update to app_platform using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `alter table app.invitation_delivery add constraint invitation_delivery_state_check check (state in ('WAITING', 'GIVEN_UP', 'SENT', 'DELAYED', 'DELIVERED', 'BOUNCED'))`,
    );
    this.addSql(`alter table app.invitation_delivery enable row level security`);
    this.addSql(`alter table app.invitation_delivery force row level security`);
    this.addSql(
      `create policy invitation_delivery_relay_select on app.invitation_delivery for select to app_relay using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy invitation_delivery_relay_insert on app.invitation_delivery for insert to app_relay with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy invitation_delivery_relay_update on app.invitation_delivery for update to app_relay using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy invitation_delivery_school_select on app.invitation_delivery for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy invitation_delivery_platform_select on app.invitation_delivery for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table app.job_pass enable row level security`);
    this.addSql(`alter table app.job_pass force row level security`);
    this.addSql(
      `create policy job_pass_jobs_select on app.job_pass for select to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy job_pass_jobs_insert on app.job_pass for insert to app_jobs with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy job_pass_jobs_update on app.job_pass for update to app_jobs using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy job_pass_platform_select on app.job_pass for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table app.job_run add constraint job_run_state_check check (state in ('RUNNING', 'DONE', 'FAILED'))`);
    this.addSql(`alter table app.job_run enable row level security`);
    this.addSql(`alter table app.job_run force row level security`);
    this.addSql(
      `create policy job_run_jobs_select on app.job_run for select to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy job_run_jobs_insert on app.job_run for insert to app_jobs with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy job_run_jobs_update on app.job_run for update to app_jobs using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy job_run_jobs_delete on app.job_run for delete to app_jobs using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy job_run_platform_select on app.job_run for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(`alter table app.label enable row level security`);
    this.addSql(`alter table app.label force row level security`);
    this.addSql(
      `create policy label_school_select on app.label for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy label_school_insert on app.label for insert to app_school with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy label_school_update on app.label for update to app_school using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy label_school_delete on app.label for delete to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy label_key_select on app.label for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `alter table app.mail_delivery add constraint mail_delivery_source_check check (source in ('OUTBOX', 'ACCOUNT'))`,
    );
    this.addSql(
      `alter table app.mail_delivery add constraint mail_delivery_state_check check (state in ('WAITING', 'GIVEN_UP', 'SENT', 'DELAYED', 'DELIVERED', 'BOUNCED'))`,
    );
    this.addSql(`alter table app.mail_delivery enable row level security`);
    this.addSql(`alter table app.mail_delivery force row level security`);
    this.addSql(
      `create policy mail_delivery_relay_select on app.mail_delivery for select to app_relay using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy mail_delivery_relay_insert on app.mail_delivery for insert to app_relay with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy mail_delivery_relay_update on app.mail_delivery for update to app_relay using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy mail_delivery_platform_select on app.mail_delivery for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy mail_delivery_platform_update on app.mail_delivery for update to app_platform using ((select app.principal()) is not null) with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy mail_delivery_person_select on app.mail_delivery for select to app_person using (recipient_id = (select app.principal()))`,
    );
    this.addSql(`alter table app.note enable row level security`);
    this.addSql(`alter table app.note force row level security`);
    this.addSql(
      `create policy note_school_select on app.note for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy note_key_select on app.note for select to app_key using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy note_school_insert on app.note for insert to app_school with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy note_key_insert on app.note for insert to app_key with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy note_school_update on app.note for update to app_school using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(`alter table app.note_version enable row level security`);
    this.addSql(`alter table app.note_version force row level security`);
    this.addSql(
      `create policy note_version_school_select on app.note_version for select to app_school using (school_id = (select app.acting_school()) and exists (select from app.note n where n.school_id = note_version.school_id and n.id = note_version.note_id and n.removed_at is null))`,
    );
    this.addSql(
      `create policy note_version_key_select on app.note_version for select to app_key using (school_id = (select app.acting_school()) and exists (select from app.note n where n.school_id = note_version.school_id and n.id = note_version.note_id and n.removed_at is null))`,
    );
    this.addSql(
      `create policy note_version_school_insert on app.note_version for insert to app_school with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
    );
    this.addSql(
      `create policy note_version_key_insert on app.note_version for insert to app_key with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
    );
    this.addSql(
      `alter table app.reader_profile add constraint reader_profile_load_is_possible check (largest_load >= 1 and largest_load <= 500)`,
    );
    this.addSql(`alter table app.reader_profile enable row level security`);
    this.addSql(`alter table app.reader_profile force row level security`);
    this.addSql(
      `create policy reader_profile_school_select on app.reader_profile for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy reader_profile_school_insert on app.reader_profile for insert to app_school with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy reader_profile_school_update on app.reader_profile for update to app_school using (school_id = (select app.acting_school())) with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(`alter table app.reader_specialism enable row level security`);
    this.addSql(`alter table app.reader_specialism force row level security`);
    this.addSql(
      `create policy reader_specialism_school_select on app.reader_specialism for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy reader_specialism_school_insert on app.reader_specialism for insert to app_school with check (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy reader_specialism_school_delete on app.reader_specialism for delete to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(`alter table app.saved_view enable row level security`);
    this.addSql(`alter table app.saved_view force row level security`);
    this.addSql(
      `create policy saved_view_school_select on app.saved_view for select to app_school using (school_id = (select app.acting_school()) and holder_id = any (array[(select app.principal()), (select app.acting_school())]))`,
    );
    this.addSql(
      `create policy saved_view_school_insert on app.saved_view for insert to app_school with check (school_id = (select app.acting_school()) and holder_id = any (array[(select app.principal()), (select app.acting_school())]))`,
    );
    this.addSql(
      `create policy saved_view_school_update on app.saved_view for update to app_school using (school_id = (select app.acting_school()) and holder_id = any (array[(select app.principal()), (select app.acting_school())])) with check (school_id = (select app.acting_school()) and holder_id = any (array[(select app.principal()), (select app.acting_school())]))`,
    );
    this.addSql(
      `create policy saved_view_school_delete on app.saved_view for delete to app_school using (school_id = (select app.acting_school()) and holder_id = any (array[(select app.principal()), (select app.acting_school())]))`,
    );
    this.addSql(
      `create policy saved_view_key_select on app.saved_view for select to app_key using (school_id = (select app.acting_school()) and holder_id = any (array[(select app.principal()), (select app.acting_school())]))`,
    );
    this.addSql(`alter table app.spelling_dismissal enable row level security`);
    this.addSql(`alter table app.spelling_dismissal force row level security`);
    this.addSql(
      `create policy spelling_dismissal_platform_select on app.spelling_dismissal for select to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy spelling_dismissal_platform_insert on app.spelling_dismissal for insert to app_platform with check ((select app.principal()) is not null)`,
    );
    this.addSql(
      `create policy spelling_dismissal_platform_delete on app.spelling_dismissal for delete to app_platform using ((select app.principal()) is not null)`,
    );
    this.addSql(
      `alter table app.reader_profile add constraint reader_profile_school_reader_key foreign key (school_id, reader_id) references app.membership (school_id, account_id)`,
    );
    this.addSql(
      `alter table app.reader_specialism add constraint reader_specialism_school_reader_key foreign key (school_id, reader_id) references app.reader_profile (school_id, reader_id)`,
    );
    this.addSql(
      `alter table app.reader_specialism add constraint reader_specialism_specialism_key foreign key (specialism_id) references app.specialism (id)`,
    );
    this.addSql(
      `alter table app.audit_chain add constraint audit_chain_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.break_glass add constraint break_glass_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.break_glass add constraint break_glass_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(`alter table app.bulk_act add constraint bulk_act_school_key foreign key (school_id) references app.school (id)`);
    this.addSql(
      `alter table app.bulk_act_item add constraint bulk_act_item_school_act_key foreign key (school_id, act_id) references app.bulk_act (school_id, id)`,
    );
    this.addSql(
      `alter table app.bulk_act_item add constraint bulk_act_item_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.assignment add constraint assignment_school_reader_key foreign key (school_id, reader_id) references app.membership (school_id, account_id)`,
    );
    this.addSql(
      `alter table app.assignment add constraint assignment_school_act_key foreign key (school_id, act_id) references app.bulk_act (school_id, id)`,
    );
    this.addSql(
      `alter table app.export_job add constraint export_job_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.export_job add constraint export_job_campaign_school_key foreign key (campaign_id, school_id) references app.campaign_member (campaign_id, school_id)`,
    );
    this.addSql(
      `alter table app.export_chunk add constraint export_chunk_school_job_key foreign key (school_id, job_id) references app.export_job (school_id, id)`,
    );
    this.addSql(`alter table app.api_key add constraint api_key_school_key foreign key (school_id) references app.school (id)`);
    this.addSql(
      `alter table app.api_key_secret add constraint api_key_secret_school_key_key foreign key (school_id, key_id) references app.api_key (school_id, id)`,
    );
    this.addSql(
      `alter table app.api_key_use add constraint api_key_use_school_key_key foreign key (school_id, key_id) references app.api_key (school_id, id)`,
    );
    this.addSql(`alter table app.label add constraint label_school_key foreign key (school_id) references app.school (id)`);
    this.addSql(
      `alter table app.candidacy_label add constraint candidacy_label_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.candidacy_label add constraint candidacy_label_school_label_key foreign key (school_id, label_id) references app.label (school_id, id)`,
    );
    this.addSql(
      `alter table app.invitation_delivery add constraint invitation_delivery_school_invitation_key foreign key (school_id, invitation_id) references app.invitation (school_id, id)`,
    );
    this.addSql(
      `alter table app.note add constraint note_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.note_version add constraint note_version_school_note_key foreign key (school_id, note_id) references app.note (school_id, id)`,
    );
    this.addSql(
      `alter table app.institution_alias add constraint institution_alias_institution_key foreign key (institution_id) references app.institution (id)`,
    );
    this.addSql(
      `alter table app.saved_view add constraint saved_view_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.saved_view add constraint saved_view_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(`revoke insert on app.membership from app_school`);
    this.addSql(`revoke update on app.membership from app_school`);
    this.addSql(`revoke update on app.invitation from app_school`);
    this.addSql(`revoke update on app.invitation from app_platform`);
    this.addSql(`revoke update on app.consortium_invitation from app_platform`);
    this.addSql(`grant select (id, name, country, search_key, at) on app.free_institution to app_platform`);
    this.addSql(`grant select (id, school_id, candidacy_id, reason, at) on app.withdrawal to app_key`);
    this.addSql(`grant select (school_id, reader_id, largest_load, version) on app.reader_profile to app_school`);
    this.addSql(`grant insert on app.reader_profile to app_school`);
    this.addSql(`grant update (largest_load, version) on app.reader_profile to app_school`);
    this.addSql(`grant select (school_id, reader_id, specialism_id) on app.reader_specialism to app_school`);
    this.addSql(`grant insert on app.reader_specialism to app_school`);
    this.addSql(`grant delete on app.reader_specialism to app_school`);
    this.addSql(`grant select (purpose) on app.audit to app_school`);
    this.addSql(`grant select (school_id, id, actor_id, act, object_id, at, purpose, network) on app.audit to app_sealer`);
    this.addSql(`grant insert on app.audit to app_key`);
    this.addSql(`grant insert on app.audit to app_effect`);
    this.addSql(`grant insert on app.audit_person to app_jobs`);
    this.addSql(`grant insert on app.audit_person to app_effect`);
    this.addSql(`grant select (purpose) on app.audit_person to app_platform`);
    this.addSql(`grant select (id, principal_id, hat, act, object_id, at, purpose, network) on app.audit_person to app_sealer`);
    this.addSql(`grant select (school_id, number, audit_id, digest, sealed_at) on app.audit_chain to app_sealer`);
    this.addSql(`grant insert on app.audit_chain to app_sealer`);
    this.addSql(`grant select (audit_id, number, digest, sealed_at) on app.audit_person_chain to app_sealer`);
    this.addSql(`grant insert on app.audit_person_chain to app_sealer`);
    this.addSql(
      `grant select (school_id, id, principal_id, display_name, reference, candidacy_id, reason, at, ends_at, ended_at) on app.break_glass to app_platform`,
    );
    this.addSql(`grant insert on app.break_glass to app_platform`);
    this.addSql(`grant update (ended_at) on app.break_glass to app_platform`);
    this.addSql(
      `grant select (school_id, id, candidacy_id, display_name, reason, at, ends_at, ended_at) on app.break_glass to app_school`,
    );
    this.addSql(`grant select (school_id, candidacy_id, id, at) on app.break_glass to app_candidate`);
    this.addSql(
      `grant select (school_id, id, principal_id, display_name, reference, candidacy_id, reason, at, ends_at, ended_at) on app.break_glass to app_effect`,
    );
    this.addSql(`grant update (candidacy_id) on app.break_glass to app_effect`);
    this.addSql(`grant select (school_id, id, ends_at, ended_at) on app.break_glass to app_jobs`);
    this.addSql(`grant update (ended_at) on app.break_glass to app_jobs`);
    this.addSql(`grant select (school_id, id, actor_id, kind, at, undone_at) on app.bulk_act to app_school`);
    this.addSql(`grant insert on app.bulk_act to app_school`);
    this.addSql(`grant update (undone_at) on app.bulk_act to app_school`);
    this.addSql(
      `grant select (school_id, act_id, place, subject_id, candidacy_id, outcome, undo_outcome) on app.bulk_act_item to app_school`,
    );
    this.addSql(`grant insert on app.bulk_act_item to app_school`);
    this.addSql(`grant update (undo_outcome) on app.bulk_act_item to app_school`);
    this.addSql(
      `grant select (id, slug, procedure, name_fr, name_en, entry_year, zone, opens_at, closes_at, max_choices, reply_policy, orals_mode, other_choices, fee_cents, required_ects, state, version) on app.campaign to app_key`,
    );
    this.addSql(`grant select (school_id, campaign_id) on app.campaign_member to app_key`);
    this.addSql(
      `grant select (id, school_id, campaign_id, notice_version_id, received_at, state, version, dossier_number) on app.candidacy to app_key`,
    );
    this.addSql(`grant select (institution_key) on app.dossier_head to app_school`);
    this.addSql(
      `grant select (school_id, candidacy_id, number, reference, digest, institution, institution_id, institution_key, country, notice_version_id, received_at) on app.dossier_head to app_key`,
    );
    this.addSql(`grant select (institution_key) on app.dossier_head to app_reviewer`);
    this.addSql(
      `grant select (school_id, candidacy_id, number, reference, digest, institution, institution_id, institution_key, country, notice_version_id, received_at) on app.dossier_head to app_platform`,
    );
    this.addSql(`grant select (school_id, candidacy_id, candidate_id, reference) on app.dossier_head to app_effect`);
    this.addSql(`grant select (school_id, candidacy_id, number, position, specialism_id) on app.dossier_specialism to app_key`);
    this.addSql(
      `grant select (school_id, candidacy_id, number, position, specialism_id) on app.dossier_specialism to app_platform`,
    );
    this.addSql(
      `grant select (school_id, candidacy_id, number, last_name, first_names, search_key, born_on, identity) on app.dossier_identity to app_key`,
    );
    this.addSql(
      `grant select (school_id, candidacy_id, number, last_name, first_names, search_key, born_on, identity) on app.dossier_identity to app_platform`,
    );
    this.addSql(`grant select (school_id, candidacy_id, number, content) on app.dossier_content to app_key`);
    this.addSql(`grant select (school_id, candidacy_id, number, content) on app.dossier_content to app_platform`);
    this.addSql(`grant select (means) on app.opening to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, reader_id, id, function, means, at) on app.opening to app_key`);
    this.addSql(`grant select (means) on app.opening to app_reviewer`);
    this.addSql(`grant insert on app.opening to app_key`);
    this.addSql(`grant select (means) on app.opening to app_candidate`);
    this.addSql(`grant select (at, assigner_id, act_id, ended_at) on app.assignment to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, reader_id, is_masked, at, ended_at) on app.assignment to app_key`);
    this.addSql(`grant select (at, ended_at) on app.assignment to app_reviewer`);
    this.addSql(`grant select (id, account_id) on app.candidate to app_effect`);
    this.addSql(
      `grant select (school_id, id, requested_by, campaign_id, format, filter, order_by, columns, with_content, locale, state, failure, attempt, lease_until, counted, total, rows, bytes, created_at, finished_at, expires_at) on app.export_job to app_school`,
    );
    this.addSql(
      `grant select (school_id, id, requested_by, campaign_id, format, filter, order_by, columns, with_content, locale, state, failure, attempt, lease_until, counted, total, rows, bytes, created_at, finished_at, expires_at) on app.export_job to app_key`,
    );
    this.addSql(`grant insert on app.export_job to app_school`);
    this.addSql(`grant insert on app.export_job to app_key`);
    this.addSql(`grant update (state, finished_at) on app.export_job to app_school`);
    this.addSql(`grant update (state, finished_at) on app.export_job to app_key`);
    this.addSql(
      `grant select (school_id, id, requested_by, state, attempt, lease_until, created_at, expires_at) on app.export_job to app_jobs`,
    );
    this.addSql(
      `grant update (state, attempt, lease_until, counted, total, rows, bytes, failure, finished_at, expires_at) on app.export_job to app_jobs`,
    );
    this.addSql(`grant insert on app.export_chunk to app_school`);
    this.addSql(`grant insert on app.export_chunk to app_key`);
    this.addSql(`grant select (school_id, job_id, attempt, number, bytes) on app.export_chunk to app_school`);
    this.addSql(`grant select (school_id, job_id, attempt, number, bytes) on app.export_chunk to app_key`);
    this.addSql(`grant select (school_id, job_id, attempt) on app.export_chunk to app_jobs`);
    this.addSql(`grant delete on app.export_chunk to app_jobs`);
    this.addSql(`grant select (id, kind, state, started_at, finished_at, done, total, error) on app.job_run to app_jobs`);
    this.addSql(`grant insert on app.job_run to app_jobs`);
    this.addSql(`grant update on app.job_run to app_jobs`);
    this.addSql(`grant delete on app.job_run to app_jobs`);
    this.addSql(`grant select (id, kind, state, started_at, finished_at, done, total, error) on app.job_run to app_platform`);
    this.addSql(`grant select (kind, at, waiting, given_up, oldest_at) on app.job_pass to app_jobs`);
    this.addSql(`grant insert on app.job_pass to app_jobs`);
    this.addSql(`grant update on app.job_pass to app_jobs`);
    this.addSql(`grant select (kind, at, waiting, given_up, oldest_at) on app.job_pass to app_platform`);
    this.addSql(
      `grant select (school_id, id, name, scopes, maker_id, at, expires_at, revoked_at, version) on app.api_key to app_school`,
    );
    this.addSql(`grant insert on app.api_key to app_school`);
    this.addSql(`grant update (expires_at, revoked_at, version) on app.api_key to app_school`);
    this.addSql(`grant select (school_id, id, scopes, expires_at, revoked_at) on app.api_key to app_key`);
    this.addSql(`grant select (school_id, id, scopes, expires_at, revoked_at) on app.api_key to app_person`);
    this.addSql(`grant select (school_id, id, key_id, prefix, at, ends_at) on app.api_key_secret to app_school`);
    this.addSql(`grant insert on app.api_key_secret to app_school`);
    this.addSql(`grant update (ends_at) on app.api_key_secret to app_school`);
    this.addSql(`grant select (school_id, key_id, digest, ends_at) on app.api_key_secret to app_person`);
    this.addSql(`grant select (school_id, key_id, at) on app.api_key_use to app_school`);
    this.addSql(`grant select (school_id, key_id, at) on app.api_key_use to app_key`);
    this.addSql(`grant insert on app.api_key_use to app_key`);
    this.addSql(`grant update (at) on app.api_key_use to app_key`);
    this.addSql(`grant select (school_id, id, name, name_key, colour, version) on app.label to app_school`);
    this.addSql(`grant insert on app.label to app_school`);
    this.addSql(`grant update on app.label to app_school`);
    this.addSql(`grant delete on app.label to app_school`);
    this.addSql(`grant select (school_id, id, name, name_key, colour, version) on app.label to app_key`);
    this.addSql(`grant select (school_id, candidacy_id, label_id, author_id, at) on app.candidacy_label to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, label_id, author_id, at) on app.candidacy_label to app_key`);
    this.addSql(`grant delete on app.candidacy_label to app_school`);
    this.addSql(`grant delete on app.candidacy_label to app_key`);
    this.addSql(`grant insert on app.candidacy_label to app_school`);
    this.addSql(`grant insert on app.candidacy_label to app_key`);
    this.addSql(`grant select (school_id, invitation_id, state, state_at) on app.invitation_delivery to app_relay`);
    this.addSql(`grant insert on app.invitation_delivery to app_relay`);
    this.addSql(`grant update on app.invitation_delivery to app_relay`);
    this.addSql(`grant select (school_id, invitation_id, state, state_at) on app.invitation_delivery to app_school`);
    this.addSql(`grant select (school_id, invitation_id, state, state_at) on app.invitation_delivery to app_platform`);
    this.addSql(
      `grant select (id, source, kind, recipient_id, state, return_digest, tries, reply_code, status, cause, at, sent_at, state_at, retry_asked_at) on app.mail_delivery to app_relay`,
    );
    this.addSql(`grant insert on app.mail_delivery to app_relay`);
    this.addSql(`grant update on app.mail_delivery to app_relay`);
    this.addSql(
      `grant select (id, source, kind, state, tries, reply_code, status, cause, at, sent_at, state_at, retry_asked_at) on app.mail_delivery to app_platform`,
    );
    this.addSql(`grant update (retry_asked_at) on app.mail_delivery to app_platform`);
    this.addSql(`grant select (recipient_id, state, state_at, sent_at) on app.mail_delivery to app_person`);
    this.addSql(`grant select (changed_at) on app.membership to app_person`);
    this.addSql(`grant select (changed_at) on app.membership to app_reviewer`);
    this.addSql(`grant select (changed_at) on app.membership to app_school`);
    this.addSql(`grant update (functions, ended_at, version) on app.membership to app_school`);
    this.addSql(`grant select (school_id, id, account_id, display_name) on app.membership to app_key`);
    this.addSql(`grant select (account_id) on app.membership to app_platform`);
    this.addSql(`grant select (changed_at) on app.membership to app_effect`);
    this.addSql(`grant select (locale, at) on app.invitation to app_person`);
    this.addSql(`grant select (locale, by_consortium) on app.invitation to app_school`);
    this.addSql(`grant update (ended_at) on app.invitation to app_school`);
    this.addSql(`grant select (locale, by_consortium) on app.invitation to app_platform`);
    this.addSql(`grant update (ended_at) on app.invitation to app_platform`);
    this.addSql(`grant select (locale, by_consortium) on app.invitation to app_effect`);
    this.addSql(`grant select (school_id, id) on app.invitation to app_relay`);
    this.addSql(`grant select (locale) on app.consortium_invitation to app_person`);
    this.addSql(`grant select (locale) on app.consortium_invitation to app_platform`);
    this.addSql(`grant update (ended_at) on app.consortium_invitation to app_platform`);
    this.addSql(`grant select (locale) on app.consortium_invitation to app_effect`);
    this.addSql(
      `grant select (school_id, id, candidacy_id, author_id, at, version, removed_at, remover_id) on app.note to app_school`,
    );
    this.addSql(
      `grant select (school_id, id, candidacy_id, author_id, at, version, removed_at, remover_id) on app.note to app_key`,
    );
    this.addSql(`grant insert on app.note to app_school`);
    this.addSql(`grant insert on app.note to app_key`);
    this.addSql(`grant update (version, removed_at, remover_id) on app.note to app_school`);
    this.addSql(`grant select (school_id, note_id, number, text, author_id, at) on app.note_version to app_school`);
    this.addSql(`grant select (school_id, note_id, number, text, author_id, at) on app.note_version to app_key`);
    this.addSql(`grant insert on app.note_version to app_school`);
    this.addSql(`grant insert on app.note_version to app_key`);
    this.addSql(
      `grant select (school_id, id, campaign_id, number, digest, rules, author_id, reason, frozen_at) on app.notice_version to app_key`,
    );
    this.addSql(`grant insert on app.outbox to app_key`);
    this.addSql(`grant insert on app.outbox to app_effect`);
    this.addSql(`grant select (sealed_link) on app.outbox to app_relay`);
    this.addSql(`grant update (sealed_link) on app.outbox to app_relay`);
    this.addSql(`grant select (at, sent_at, dead_at) on app.outbox to app_platform`);
    this.addSql(`grant select (id, sent_at) on app.outbox to app_jobs`);
    this.addSql(`grant delete on app.outbox to app_jobs`);
    this.addSql(`grant select (principal_id, hat, key, operation, input_digest, outcome, at) on app.idempotency to app_key`);
    this.addSql(`grant select (principal_id, hat, key, operation, input_digest, outcome, at) on app.idempotency to app_person`);
    this.addSql(`grant insert on app.idempotency to app_key`);
    this.addSql(`grant insert on app.idempotency to app_person`);
    this.addSql(`grant update on app.idempotency to app_key`);
    this.addSql(`grant update on app.idempotency to app_person`);
    this.addSql(`grant select (id, search_key, country, institution_id, at) on app.institution_alias to app_public`);
    this.addSql(`grant select (id, search_key, country, institution_id, at) on app.institution_alias to app_person`);
    this.addSql(`grant select (id, search_key, country, institution_id, at) on app.institution_alias to app_candidate`);
    this.addSql(`grant select (id, search_key, country, institution_id, at) on app.institution_alias to app_school`);
    this.addSql(`grant select (id, search_key, country, institution_id, at) on app.institution_alias to app_key`);
    this.addSql(`grant select (id, search_key, country, institution_id, at) on app.institution_alias to app_reviewer`);
    this.addSql(`grant select (id, search_key, country, institution_id, at) on app.institution_alias to app_platform`);
    this.addSql(`grant insert on app.institution_alias to app_platform`);
    this.addSql(`grant update on app.institution_alias to app_platform`);
    this.addSql(`grant select (search_key, country, at) on app.spelling_dismissal to app_platform`);
    this.addSql(`grant insert on app.spelling_dismissal to app_platform`);
    this.addSql(`grant delete on app.spelling_dismissal to app_platform`);
    this.addSql(`grant select (code, name_fr, name_en) on app.country to app_key`);
    this.addSql(`grant select (id, uai, name_fr, name_en, acronym, city, country, search_key) on app.institution to app_key`);
    this.addSql(`grant select (code, name_fr, domain) on app.mention to app_key`);
    this.addSql(`grant select (id, code, name_fr, name_en, admitted_mentions, version) on app.specialism to app_key`);
    this.addSql(
      `grant select (id, slug, name, short_name, city, colour, contact_name, contact_telephone, contact_email, is_listed, version) on app.school to app_key`,
    );
    this.addSql(`grant select (school_id, id, campaign_id, state, delta) on app.totals_delta to app_key`);
    this.addSql(`grant select (school_id, campaign_id, state, n) on app.totals to app_key`);
    this.addSql(
      `grant select (school_id, id, campaign_id, holder_id, name, name_key, filter, order_by, columns, version) on app.saved_view to app_school`,
    );
    this.addSql(`grant insert on app.saved_view to app_school`);
    this.addSql(`grant update on app.saved_view to app_school`);
    this.addSql(`grant delete on app.saved_view to app_school`);
    this.addSql(
      `grant select (school_id, id, campaign_id, holder_id, name, name_key, filter, order_by, columns, version) on app.saved_view to app_key`,
    );
  }
}
