import { Migration } from '@mikro-orm/migrations';
import { acceptedByName } from './effects/invitation.sql.ts';
import { asEffect } from './effects.sql.ts';

/** Whoever accepts a further invitation bears the name it gives; the build before neither writes nor misses it. */
export class Migration0019NamesOfInvitations extends Migration {
  override up() {
    for (const statement of asEffect([acceptedByName])) this.addSql(statement);
  }
}
