import { Migration } from '@mikro-orm/migrations';

/** What the tables have become since the migration before, printed from them (`pnpm db:print`). */
export class Migration0011DisclosedChoices extends Migration {
  override up() {
    this.addSql(
      `create table app.disclosed_choices (school_id uuid not null, candidacy_id uuid not null, campaign_id uuid not null, count int not null, disclosed_at timestamptz not null, primary key (school_id, candidacy_id))`,
    );
    this.addSql(`create index disclosed_choices_campaign_id_index on app.disclosed_choices (campaign_id)`);
    this.addSql(`drop policy candidacy_effect_select on app.candidacy`);
    this.addSql(
      `create policy candidacy_effect_select on app.candidacy for select to app_effect using (candidate_id = (select app.acting_candidate()) or '00000000-0000-4000-8000-000000000001'::uuid = (select app.principal()) and exists (select from app.campaign k where k.id = candidacy.campaign_id and k.state = 'CLOSED' and k.other_choices = 'COUNT'))`,
    );
    this.addSql(`alter table app.disclosed_choices add constraint disclosed_count_is_not_negative check (count >= 0)`);
    this.addSql(`alter table app.disclosed_choices enable row level security`);
    this.addSql(`alter table app.disclosed_choices force row level security`);
    this.addSql(
      `create policy disclosed_choices_school_select on app.disclosed_choices for select to app_school using (school_id = (select app.acting_school()) and exists (select from app.campaign k where k.id = disclosed_choices.campaign_id and k.state in ('CLOSED', 'ARCHIVED')))`,
    );
    this.addSql(
      `create policy disclosed_choices_key_select on app.disclosed_choices for select to app_key using (school_id = (select app.acting_school()) and exists (select from app.campaign k where k.id = disclosed_choices.campaign_id and k.state in ('CLOSED', 'ARCHIVED')))`,
    );
    this.addSql(
      `create policy disclosed_choices_reviewer_select on app.disclosed_choices for select to app_reviewer using (school_id = (select app.acting_school()) and exists (select from app.assignment a where a.school_id = disclosed_choices.school_id and a.candidacy_id = disclosed_choices.candidacy_id and a.reader_id = (select app.principal()) and a.ended_at is null) and exists (select from app.campaign k where k.id = disclosed_choices.campaign_id and k.state in ('CLOSED', 'ARCHIVED')))`,
    );
    this.addSql(
      `create policy disclosed_choices_effect_select on app.disclosed_choices for select to app_effect using ('00000000-0000-4000-8000-000000000001'::uuid = (select app.principal()))`,
    );
    this.addSql(
      `create policy disclosed_choices_effect_insert on app.disclosed_choices for insert to app_effect with check ('00000000-0000-4000-8000-000000000001'::uuid = (select app.principal()))`,
    );
    this.addSql(
      `create policy disclosed_choices_effect_delete on app.disclosed_choices for delete to app_effect using ('00000000-0000-4000-8000-000000000001'::uuid = (select app.principal()))`,
    );
    this.addSql(
      `alter table app.disclosed_choices add constraint disclosed_choices_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.disclosed_choices add constraint disclosed_choices_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(`grant select (state, other_choices) on app.campaign to app_effect`);
    this.addSql(`grant select (school_id, candidacy_id, count) on app.disclosed_choices to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, count) on app.disclosed_choices to app_key`);
    this.addSql(`grant select (school_id, candidacy_id, count) on app.disclosed_choices to app_reviewer`);
    this.addSql(
      `grant select (school_id, candidacy_id, campaign_id, count, disclosed_at) on app.disclosed_choices to app_effect`,
    );
    this.addSql(`grant insert on app.disclosed_choices to app_effect`);
    this.addSql(`grant delete on app.disclosed_choices to app_effect`);
  }
}
