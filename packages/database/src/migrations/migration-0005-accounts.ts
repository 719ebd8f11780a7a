import { Migration } from '@mikro-orm/migrations';
import { authSchemaSql } from '../account/auth-schema.ts';

/** Accounts in a schema and a login of their own; neither side has a right in the other. */
export class Migration0005Accounts extends Migration {
  override up() {
    for (const statement of authSchemaSql) this.addSql(statement);
  }
}
