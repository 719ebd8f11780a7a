import { Migration } from '@mikro-orm/migrations';

/** What the tables have become since the migration before, printed from them (`pnpm db:print`). */
export class Migration0016ForgottenAnswers extends Migration {
  override up() {
    this.addSql(
      `create policy idempotency_jobs_select on app.idempotency for select to app_jobs using ((select app.principal()) is not null and operation <> 'submitApplication')`,
    );
    this.addSql(
      `create policy idempotency_jobs_delete on app.idempotency for delete to app_jobs using ((select app.principal()) is not null and operation <> 'submitApplication')`,
    );
    this.addSql(`grant select (principal_id, hat, key, at) on app.idempotency to app_jobs`);
    this.addSql(`grant delete on app.idempotency to app_jobs`);
  }
}
