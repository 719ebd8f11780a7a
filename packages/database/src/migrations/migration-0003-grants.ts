import { Migration } from '@mikro-orm/migrations';

/** Foreign keys that stay inside a tenant, and the grants of the class table, printed from the tables (`pnpm db:print`). */
export class Migration0003Grants extends Migration {
  override up() {
    this.addSql(
      `alter table app.application add constraint application_candidate_key foreign key (candidate_id) references app.candidate (id)`,
    );
    this.addSql(
      `alter table app.application add constraint application_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(
      `alter table app.special_arrangement add constraint special_arrangement_candidate_application_key foreign key (candidate_id, application_id) references app.application (candidate_id, id)`,
    );
    this.addSql(
      `alter table app.free_institution add constraint free_institution_candidate_key foreign key (candidate_id) references app.candidate (id)`,
    );
    this.addSql(
      `alter table app.snapshot add constraint snapshot_candidate_application_key foreign key (candidate_id, application_id) references app.application (candidate_id, id)`,
    );
    this.addSql(
      `alter table app.recall add constraint recall_candidate_application_key foreign key (candidate_id, application_id) references app.application (candidate_id, id)`,
    );
    this.addSql(
      `alter table app.filing add constraint filing_school_candidacy_candidate_key foreign key (school_id, candidacy_id, candidate_id) references app.candidacy (school_id, id, candidate_id)`,
    );
    this.addSql(
      `alter table app.choice add constraint choice_candidate_snapshot_key foreign key (candidate_id, snapshot_id) references app.snapshot (candidate_id, id)`,
    );
    this.addSql(
      `alter table app.choice add constraint choice_candidate_school_candidacy_key foreign key (candidate_id, school_id, candidacy_id) references app.filing (candidate_id, school_id, candidacy_id)`,
    );
    this.addSql(
      `alter table app.preference add constraint preference_candidate_snapshot_school_key foreign key (candidate_id, snapshot_id, school_id) references app.choice (candidate_id, snapshot_id, school_id)`,
    );
    this.addSql(
      `alter table app.withdrawal add constraint withdrawal_school_candidacy_candidate_key foreign key (school_id, candidacy_id, candidate_id) references app.candidacy (school_id, id, candidate_id)`,
    );
    this.addSql(`alter table app.audit add constraint audit_school_key foreign key (school_id) references app.school (id)`);
    this.addSql(
      `alter table app.campaign_member add constraint campaign_member_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(
      `alter table app.campaign_member add constraint campaign_member_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.deadline_move add constraint deadline_move_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(
      `alter table app.candidacy add constraint candidacy_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.candidacy add constraint candidacy_candidate_key foreign key (candidate_id) references app.candidate (id)`,
    );
    this.addSql(
      `alter table app.candidacy add constraint candidacy_campaign_school_key foreign key (campaign_id, school_id) references app.campaign_member (campaign_id, school_id)`,
    );
    this.addSql(
      `alter table app.candidacy add constraint candidacy_school_notice_version_key foreign key (school_id, notice_version_id) references app.notice_version (school_id, id)`,
    );
    this.addSql(
      `alter table app.dossier_head add constraint dossier_head_school_candidacy_candidate_key foreign key (school_id, candidacy_id, candidate_id) references app.candidacy (school_id, id, candidate_id)`,
    );
    this.addSql(
      `alter table app.dossier_head add constraint dossier_head_school_notice_version_key foreign key (school_id, notice_version_id) references app.notice_version (school_id, id)`,
    );
    this.addSql(
      `alter table app.dossier_specialism add constraint dossier_specialism_school_candidacy_number_candidate_key foreign key (school_id, candidacy_id, number, candidate_id) references app.dossier_head (school_id, candidacy_id, number, candidate_id)`,
    );
    this.addSql(
      `alter table app.dossier_specialism add constraint dossier_specialism_specialism_key foreign key (specialism_id) references app.specialism (id)`,
    );
    this.addSql(
      `alter table app.dossier_identity add constraint dossierentity_school_candidacy_number_candidate_key foreign key (school_id, candidacy_id, number, candidate_id) references app.dossier_head (school_id, candidacy_id, number, candidate_id)`,
    );
    this.addSql(
      `alter table app.dossier_content add constraint dossier_content_school_candidacy_number_candidate_key foreign key (school_id, candidacy_id, number, candidate_id) references app.dossier_head (school_id, candidacy_id, number, candidate_id)`,
    );
    this.addSql(
      `alter table app.opening add constraint opening_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.assignment add constraint assignment_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.membership add constraint membership_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.invitation add constraint invitation_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.notice_draft add constraint notice_draft_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.notice_draft add constraint notice_draft_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(
      `alter table app.notice_version add constraint notice_version_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.notice_version add constraint notice_version_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(
      `alter table app.totals_delta add constraint totals_delta_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(`alter table app.totals add constraint totals_school_key foreign key (school_id) references app.school (id)`);
    this.addSql(`grant select (candidate_id, campaign_id) on app.application to app_person`);
    this.addSql(
      `grant select (candidate_id, id, campaign_id, reference, state, version, is_being_revised, studies, qualification, answers, exam_centre_id, choices, created_at, submitted_at, snapshot_number) on app.application to app_candidate`,
    );
    this.addSql(`grant insert on app.application to app_candidate`);
    this.addSql(`grant update on app.application to app_candidate`);
    this.addSql(`grant delete on app.application to app_candidate`);
    this.addSql(`grant select (candidate_id, application_id, content, submitted) on app.special_arrangement to app_candidate`);
    this.addSql(`grant insert on app.special_arrangement to app_candidate`);
    this.addSql(`grant update on app.special_arrangement to app_candidate`);
    this.addSql(`grant select (candidate_id, id, name, country, search_key, at) on app.free_institution to app_candidate`);
    this.addSql(`grant insert on app.free_institution to app_candidate`);
    this.addSql(
      `grant select (candidate_id, id, application_id, number, content, digest, received_at) on app.snapshot to app_candidate`,
    );
    this.addSql(`grant insert on app.snapshot to app_candidate`);
    this.addSql(`grant select (candidate_id, id, application_id, at) on app.recall to app_candidate`);
    this.addSql(`grant insert on app.recall to app_candidate`);
    this.addSql(`grant select (candidate_id, school_id, candidacy_id, campaign_id) on app.filing to app_candidate`);
    this.addSql(`grant insert on app.filing to app_candidate`);
    this.addSql(
      `grant select (candidate_id, snapshot_id, school_id, candidacy_id, dossier_number, digest, notice_version_id) on app.choice to app_candidate`,
    );
    this.addSql(`grant insert on app.choice to app_candidate`);
    this.addSql(`grant select (candidate_id, snapshot_id, school_id, rank) on app.preference to app_candidate`);
    this.addSql(`grant insert on app.preference to app_candidate`);
    this.addSql(
      `grant select (school_id, id, candidacy_id, candidate_id, dossier_number, reason, at) on app.withdrawal to app_candidate`,
    );
    this.addSql(`grant insert on app.withdrawal to app_candidate`);
    this.addSql(`grant select (id, school_id, candidacy_id, reason, at) on app.withdrawal to app_school`);
    this.addSql(`grant select (school_id, id, actor_id, act, object_id, at) on app.audit to app_school`);
    this.addSql(`grant insert on app.audit to app_school, app_reviewer`);
    this.addSql(`grant insert on app.audit to app_candidate`);
    this.addSql(`grant insert on app.audit_person to app_candidate, app_platform, app_relay, app_totals`);
    this.addSql(`grant select (id, principal_id, hat, act, object_id, at) on app.audit_person to app_platform`);
    this.addSql(
      `grant select (id, slug, procedure, name_fr, name_en, entry_year, zone, opens_at, closes_at, max_choices, reply_policy, orals_mode, other_choices, fee_cents, required_ects, state, version) on app.campaign to app_public, app_person, app_candidate, app_reviewer`,
    );
    this.addSql(
      `grant select (id, slug, procedure, name_fr, name_en, entry_year, zone, opens_at, closes_at, max_choices, reply_policy, orals_mode, other_choices, fee_cents, required_ects, state, version) on app.campaign to app_school`,
    );
    this.addSql(
      `grant select (id, slug, procedure, name_fr, name_en, entry_year, zone, opens_at, closes_at, max_choices, reply_policy, orals_mode, other_choices, fee_cents, required_ects, state, version) on app.campaign to app_platform`,
    );
    this.addSql(`grant insert on app.campaign to app_platform`);
    this.addSql(`grant update on app.campaign to app_platform`);
    this.addSql(`grant select (id, closes_at, zone) on app.campaign to app_effect`);
    this.addSql(
      `grant select (school_id, campaign_id) on app.campaign_member to app_public, app_person, app_candidate, app_school, app_reviewer`,
    );
    this.addSql(`grant select (school_id, campaign_id) on app.campaign_member to app_platform`);
    this.addSql(`grant insert on app.campaign_member to app_platform`);
    this.addSql(`grant delete on app.campaign_member to app_platform`);
    this.addSql(`grant select (id, campaign_id, from_at, to_at, reason, author_id, at) on app.deadline_move to app_platform`);
    this.addSql(`grant insert on app.deadline_move to app_platform`);
    this.addSql(`grant insert on app.candidacy to app_candidate`);
    this.addSql(
      `grant select (id, school_id, campaign_id, notice_version_id, received_at, state, version, dossier_number) on app.candidacy to app_school`,
    );
    this.addSql(`grant update (state, version) on app.candidacy to app_school`);
    this.addSql(
      `grant select (id, school_id, campaign_id, notice_version_id, received_at, state, version, dossier_number) on app.candidacy to app_reviewer`,
    );
    this.addSql(
      `grant select (id, school_id, candidate_id, campaign_id, state, version, dossier_number, received_at) on app.candidacy to app_effect`,
    );
    this.addSql(`grant update (state, version, dossier_number, received_at, notice_version_id) on app.candidacy to app_effect`);
    this.addSql(`grant insert on app.dossier_head to app_candidate`);
    this.addSql(
      `grant select (school_id, candidacy_id, number, reference, digest, institution, institution_id, country, notice_version_id, received_at) on app.dossier_head to app_school`,
    );
    this.addSql(
      `grant select (school_id, candidacy_id, number, reference, digest, institution, institution_id, country, notice_version_id, received_at) on app.dossier_head to app_reviewer`,
    );
    this.addSql(`grant insert on app.dossier_specialism to app_candidate`);
    this.addSql(
      `grant select (school_id, candidacy_id, number, position, specialism_id) on app.dossier_specialism to app_school`,
    );
    this.addSql(
      `grant select (school_id, candidacy_id, number, position, specialism_id) on app.dossier_specialism to app_reviewer`,
    );
    this.addSql(`grant insert on app.dossier_identity to app_candidate`);
    this.addSql(
      `grant select (school_id, candidacy_id, number, last_name, first_names, search_key, born_on, identity) on app.dossier_identity to app_school`,
    );
    this.addSql(
      `grant select (school_id, candidacy_id, number, last_name, first_names, search_key, born_on, identity) on app.dossier_identity to app_reviewer`,
    );
    this.addSql(`grant insert on app.dossier_content to app_candidate`);
    this.addSql(`grant select (school_id, candidacy_id, number, content) on app.dossier_content to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, number, content) on app.dossier_content to app_reviewer`);
    this.addSql(`grant select (school_id, candidacy_id, reader_id, id, function, at) on app.opening to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, reader_id, id, function, at) on app.opening to app_reviewer`);
    this.addSql(`grant insert on app.opening to app_school, app_reviewer`);
    this.addSql(`grant select (school_id, candidacy_id, id, function, at) on app.opening to app_candidate`);
    this.addSql(`grant select (school_id, candidacy_id, reader_id, is_masked) on app.assignment to app_school`);
    this.addSql(`grant insert on app.assignment to app_school`);
    this.addSql(`grant update on app.assignment to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, reader_id, is_masked) on app.assignment to app_reviewer`);
    this.addSql(`grant select (id, account_id) on app.candidate to app_person`);
    this.addSql(`grant insert on app.candidate to app_person`);
    this.addSql(`grant select (id, account_id, identity, contact, is_synthetic) on app.candidate to app_candidate`);
    this.addSql(`grant update on app.candidate to app_candidate`);
    this.addSql(
      `grant select (school_id, id, account_id, display_name, functions, ended_at, version) on app.membership to app_person`,
    );
    this.addSql(
      `grant select (school_id, id, account_id, display_name, functions, ended_at, version) on app.membership to app_reviewer`,
    );
    this.addSql(
      `grant select (school_id, id, account_id, display_name, functions, ended_at, version) on app.membership to app_school`,
    );
    this.addSql(`grant insert on app.membership to app_school`);
    this.addSql(`grant update on app.membership to app_school`);
    this.addSql(`grant select (id, school_id, functions, ended_at) on app.membership to app_platform`);
    this.addSql(
      `grant select (school_id, id, account_id, display_name, functions, ended_at, version) on app.membership to app_effect`,
    );
    this.addSql(`grant insert on app.membership to app_effect`);
    this.addSql(`grant update on app.membership to app_effect`);
    this.addSql(`grant select (id, account_id, display_name, ended_at) on app.consortium_right to app_person`);
    this.addSql(`grant select (id, account_id, display_name, ended_at) on app.consortium_right to app_platform`);
    this.addSql(`grant insert on app.consortium_right to app_platform`);
    this.addSql(`grant update on app.consortium_right to app_platform`);
    this.addSql(`grant select (id, account_id, display_name, ended_at) on app.consortium_right to app_effect`);
    this.addSql(`grant insert on app.consortium_right to app_effect`);
    this.addSql(`grant update on app.consortium_right to app_effect`);
    this.addSql(
      `grant select (school_id, id, email, functions, display_name, expires_at, accepted_at, ended_at) on app.invitation to app_person`,
    );
    this.addSql(
      `grant select (school_id, id, email, display_name, functions, digest, inviter_id, at, expires_at, accepted_at, ended_at) on app.invitation to app_school`,
    );
    this.addSql(`grant insert on app.invitation to app_school`);
    this.addSql(`grant update on app.invitation to app_school`);
    this.addSql(
      `grant select (school_id, id, email, display_name, functions, digest, inviter_id, at, expires_at, accepted_at, ended_at) on app.invitation to app_platform`,
    );
    this.addSql(`grant insert on app.invitation to app_platform`);
    this.addSql(`grant update on app.invitation to app_platform`);
    this.addSql(
      `grant select (school_id, id, email, display_name, functions, digest, inviter_id, at, expires_at, accepted_at, ended_at) on app.invitation to app_effect`,
    );
    this.addSql(`grant update (accepted_at) on app.invitation to app_effect`);
    this.addSql(
      `grant select (id, email, display_name, expires_at, accepted_at, ended_at) on app.consortium_invitation to app_person`,
    );
    this.addSql(
      `grant select (id, email, display_name, digest, inviter_id, at, expires_at, accepted_at, ended_at) on app.consortium_invitation to app_platform`,
    );
    this.addSql(`grant insert on app.consortium_invitation to app_platform`);
    this.addSql(`grant update on app.consortium_invitation to app_platform`);
    this.addSql(
      `grant select (id, email, display_name, digest, inviter_id, at, expires_at, accepted_at, ended_at) on app.consortium_invitation to app_effect`,
    );
    this.addSql(`grant update (accepted_at) on app.consortium_invitation to app_effect`);
    this.addSql(`grant insert on app.invitation_acceptance to app_person`);
    this.addSql(`grant select (school_id, campaign_id, rules, version) on app.notice_draft to app_school`);
    this.addSql(`grant insert on app.notice_draft to app_school`);
    this.addSql(`grant update on app.notice_draft to app_school`);
    this.addSql(`grant select (school_id, campaign_id, rules, version) on app.notice_draft to app_platform`);
    this.addSql(`grant insert on app.notice_draft to app_platform`);
    this.addSql(`grant update on app.notice_draft to app_platform`);
    this.addSql(`grant delete on app.notice_draft to app_platform`);
    this.addSql(
      `grant select (school_id, id, campaign_id, number, digest, rules, author_id, reason, frozen_at) on app.notice_version to app_public, app_person, app_candidate, app_school, app_reviewer, app_platform`,
    );
    this.addSql(`grant insert on app.notice_version to app_school`);
    this.addSql(`grant insert on app.notice_version to app_platform`);
    this.addSql(`grant insert on app.outbox to app_candidate, app_school, app_reviewer, app_platform`);
    this.addSql(
      `grant select (id, principal_id, kind, recipient_id, payload, at, next_try_at, sent_at, dead_at, tries, last_error) on app.outbox to app_relay`,
    );
    this.addSql(`grant update (sent_at, dead_at, next_try_at, tries, last_error) on app.outbox to app_relay`);
    this.addSql(
      `grant select (principal_id, hat, key, operation, input_digest, outcome, at) on app.idempotency to app_candidate, app_school, app_reviewer, app_platform`,
    );
    this.addSql(`grant insert on app.idempotency to app_candidate, app_school, app_reviewer, app_platform`);
    this.addSql(`grant update on app.idempotency to app_candidate, app_school, app_reviewer, app_platform`);
    this.addSql(`grant select (account_id, email, locale, verified_at) on app.person to app_person`);
    this.addSql(`grant insert on app.person to app_person`);
    this.addSql(`grant update on app.person to app_person`);
    this.addSql(`grant select (account_id, email, locale, verified_at) on app.person to app_candidate`);
    this.addSql(`grant select (account_id, email, locale, verified_at) on app.person to app_effect`);
    this.addSql(
      `grant select (code, name_fr, name_en) on app.country to app_public, app_person, app_candidate, app_school, app_reviewer, app_platform`,
    );
    this.addSql(`grant insert on app.country to app_platform`);
    this.addSql(`grant update on app.country to app_platform`);
    this.addSql(
      `grant select (id, uai, name_fr, name_en, acronym, city, country, search_key) on app.institution to app_public, app_person, app_candidate, app_school, app_reviewer, app_platform`,
    );
    this.addSql(`grant insert on app.institution to app_platform`);
    this.addSql(`grant update on app.institution to app_platform`);
    this.addSql(
      `grant select (code, name_fr, domain) on app.mention to app_public, app_person, app_candidate, app_school, app_reviewer, app_platform`,
    );
    this.addSql(`grant insert on app.mention to app_platform`);
    this.addSql(`grant update on app.mention to app_platform`);
    this.addSql(
      `grant select (id, code, name_fr, name_en, admitted_mentions, version) on app.specialism to app_public, app_person, app_candidate, app_school, app_reviewer, app_platform`,
    );
    this.addSql(`grant insert on app.specialism to app_platform`);
    this.addSql(`grant update on app.specialism to app_platform`);
    this.addSql(
      `grant select (id, slug, name, short_name, city, colour, contact_name, contact_telephone, contact_email, is_listed, version) on app.school to app_public, app_person, app_candidate, app_school, app_reviewer`,
    );
    this.addSql(
      `grant update (short_name, city, colour, contact_name, contact_telephone, contact_email, version) on app.school to app_school`,
    );
    this.addSql(
      `grant select (id, slug, name, short_name, city, colour, contact_name, contact_telephone, contact_email, is_listed, version) on app.school to app_platform`,
    );
    this.addSql(`grant insert on app.school to app_platform`);
    this.addSql(`grant update on app.school to app_platform`);
    this.addSql(`grant select (school_id, id, campaign_id, state, delta) on app.totals_delta to app_school`);
    this.addSql(`grant select (school_id, id, campaign_id, state, delta) on app.totals_delta to app_platform`);
    this.addSql(`grant select (school_id, id, campaign_id, state, delta) on app.totals_delta to app_totals`);
    this.addSql(`grant delete on app.totals_delta to app_totals`);
    this.addSql(`grant insert on app.totals_delta to app_effect`);
    this.addSql(`grant select (school_id, campaign_id, state, n) on app.totals to app_school`);
    this.addSql(`grant select (school_id, campaign_id, state, n) on app.totals to app_platform`);
    this.addSql(`grant select (school_id, campaign_id, state, n) on app.totals to app_totals`);
    this.addSql(`grant insert on app.totals to app_totals`);
    this.addSql(`grant update on app.totals to app_totals`);
    this.addSql(`grant select (id, campaign_id, measure, day, delta) on app.campaign_totals_delta to app_platform`);
    this.addSql(`grant select (id, campaign_id, measure, day, delta) on app.campaign_totals_delta to app_totals`);
    this.addSql(`grant delete on app.campaign_totals_delta to app_totals`);
    this.addSql(`grant insert on app.campaign_totals_delta to app_effect`);
    this.addSql(`grant select (campaign_id, measure, day, n) on app.campaign_totals to app_platform`);
    this.addSql(`grant select (campaign_id, measure, day, n) on app.campaign_totals to app_totals`);
    this.addSql(`grant insert on app.campaign_totals to app_totals`);
    this.addSql(`grant update on app.campaign_totals to app_totals`);
  }
}
