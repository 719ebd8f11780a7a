import { Migration } from '@mikro-orm/migrations';
import { endedAtFormerAddresses } from './effects/former-addresses.sql.ts';
import { asEffect } from './effects.sql.ts';

/** Printed from the tables (`pnpm db:print`). */
const columns: readonly string[] = [
  `alter table app.person add former_emails text[] not null default '{}'`,
  `grant select (former_emails) on app.person to app_person`,
  `grant select (former_emails) on app.person to app_candidate`,
  `grant select (former_emails) on app.person to app_effect`,
];

/** Links that wait end at every address a person had; the build before writes none of the former ones, and misses none. */
export class Migration0020FormerAddresses extends Migration {
  override up() {
    for (const statement of [...columns, ...asEffect(endedAtFormerAddresses)]) this.addSql(statement);
  }
}
