import { Migration } from '@mikro-orm/migrations';

/**
 * An export names its campaign alone: the key to the membership kept a school that had ever asked for a file from leaving. FORCE hides the
 * rows from this check, and they need none: whoever was a member of a campaign names one that is there. The build before goes on writing.
 */
export class Migration0014ExportsOutliveMembership extends Migration {
  override up() {
    this.addSql(
      `alter table app.export_job add constraint export_job_campaign_key foreign key (campaign_id) references app.campaign (id)`,
    );
    this.addSql(`alter table app.export_job drop constraint export_job_campaign_school_key`);
  }
}
