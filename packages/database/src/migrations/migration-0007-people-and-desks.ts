import { Migration } from '@mikro-orm/migrations';

/** What the tables have become since the migration before, printed from them (`pnpm db:print`). */
export class Migration0007PeopleAndDesks extends Migration {
  override up() {
    this.addSql(
      `create table app.candidacy_label (school_id uuid not null, candidacy_id uuid not null, label_id uuid not null, author_id uuid not null, at timestamptz not null, primary key (school_id, candidacy_id, label_id))`,
    );
    this.addSql(
      `create index candidacy_label_school_id_label_id_candidacy_id_index on app.candidacy_label (school_id, label_id, candidacy_id)`,
    );
    this.addSql(
      `create table app.label (school_id uuid not null, id uuid not null, name text not null, name_key text collate "C" not null, colour text not null, version int not null default 1, primary key (school_id, id))`,
    );
    this.addSql(`alter table app.label add constraint label_school_id_name_key_unique unique (school_id, name_key)`);
    this.addSql(
      `create table app.note (school_id uuid not null, id uuid not null, candidacy_id uuid not null, author_id uuid not null, at timestamptz not null, version int not null default 1, removed_at timestamptz null, remover_id uuid null, primary key (school_id, id))`,
    );
    this.addSql(`create index note_school_id_candidacy_id_at_id_index on app.note (school_id, candidacy_id, at, id)`);
    this.addSql(
      `create table app.note_version (school_id uuid not null, note_id uuid not null, number int not null, text text not null, author_id uuid not null, at timestamptz not null, primary key (school_id, note_id, number))`,
    );
    this.addSql(
      `create table app.saved_view (school_id uuid not null, id uuid not null, campaign_id uuid not null, holder_id uuid not null, name text not null, name_key text collate "C" not null, filter text not null, order_by text not null, columns text[] not null, version int not null default 1, primary key (school_id, id))`,
    );
    this.addSql(
      `alter table app.saved_view add constraint saved_view_school_id_campaign_id_holder_id_name_key_unique unique (school_id, campaign_id, holder_id, name_key)`,
    );
    this.addSql(`alter table app.candidacy_label enable row level security`);
    this.addSql(`alter table app.candidacy_label force row level security`);
    this.addSql(
      `create policy candidacy_label_school_select on app.candidacy_label for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy candidacy_label_school_delete on app.candidacy_label for delete to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy candidacy_label_school_insert on app.candidacy_label for insert to app_school with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
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
    this.addSql(`alter table app.note enable row level security`);
    this.addSql(`alter table app.note force row level security`);
    this.addSql(
      `create policy note_school_select on app.note for select to app_school using (school_id = (select app.acting_school()))`,
    );
    this.addSql(
      `create policy note_school_insert on app.note for insert to app_school with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
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
      `create policy note_version_school_insert on app.note_version for insert to app_school with check (school_id = (select app.acting_school()) and author_id = (select app.principal()))`,
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
    this.addSql(`alter table app.label add constraint label_school_key foreign key (school_id) references app.school (id)`);
    this.addSql(
      `alter table app.candidacy_label add constraint candidacy_label_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.candidacy_label add constraint candidacy_label_school_label_key foreign key (school_id, label_id) references app.label (school_id, id)`,
    );
    this.addSql(
      `alter table app.note add constraint note_school_candidacy_key foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)`,
    );
    this.addSql(
      `alter table app.note_version add constraint note_version_school_note_key foreign key (school_id, note_id) references app.note (school_id, id)`,
    );
    this.addSql(
      `alter table app.saved_view add constraint saved_view_school_key foreign key (school_id) references app.school (id)`,
    );
    this.addSql(
      `alter table app.saved_view add constraint saved_view_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(`grant select (school_id, id, name, name_key, colour, version) on app.label to app_school`);
    this.addSql(`grant insert on app.label to app_school`);
    this.addSql(`grant update on app.label to app_school`);
    this.addSql(`grant delete on app.label to app_school`);
    this.addSql(`grant select (school_id, candidacy_id, label_id, author_id, at) on app.candidacy_label to app_school`);
    this.addSql(`grant delete on app.candidacy_label to app_school`);
    this.addSql(`grant insert on app.candidacy_label to app_school`);
    this.addSql(
      `grant select (school_id, id, candidacy_id, author_id, at, version, removed_at, remover_id) on app.note to app_school`,
    );
    this.addSql(`grant insert on app.note to app_school`);
    this.addSql(`grant update (version, removed_at, remover_id) on app.note to app_school`);
    this.addSql(`grant select (school_id, note_id, number, text, author_id, at) on app.note_version to app_school`);
    this.addSql(`grant insert on app.note_version to app_school`);
    this.addSql(
      `grant select (school_id, id, campaign_id, holder_id, name, name_key, filter, order_by, columns, version) on app.saved_view to app_school`,
    );
    this.addSql(`grant insert on app.saved_view to app_school`);
    this.addSql(`grant update on app.saved_view to app_school`);
    this.addSql(`grant delete on app.saved_view to app_school`);
  }
}
