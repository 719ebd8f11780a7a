import { Migration } from '@mikro-orm/migrations';

/** What the tables have become since the migration before, printed from them (`pnpm db:print`). */
export class Migration0018ExportsOfToday extends Migration {
  override up() {
    this.addSql(`drop policy export_chunk_school_select on app.export_chunk`);
    this.addSql(`create policy export_chunk_school_select on app.export_chunk for select to app_school using (school_id = (select app.acting_school()) and exists (select from app.export_job j where j.school_id = export_chunk.school_id
  and j.id = export_chunk.job_id and j.attempt = export_chunk.attempt and j.requested_by = (select app.principal()) and j.state = 'DONE' and case when j.with_content then (select m.functions from app.membership m where m.school_id = (select app.acting_school()) and m.account_id = (select app.principal()) and m.ended_at is null) && array['ADMIN', 'OFFICER']
  else (select m.functions from app.membership m where m.school_id = (select app.acting_school()) and m.account_id = (select app.principal()) and m.ended_at is null) && array['ADMIN', 'OFFICER', 'OBSERVER'] end))`);
  }
}
