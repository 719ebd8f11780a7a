import { Migration } from '@mikro-orm/migrations';
import { secondFactorSql } from '../account/second-factor.sql.ts';

/** Second factors, and what the accounts must remember for them. */
export class Migration0009SecondFactor extends Migration {
  override up() {
    for (const statement of secondFactorSql) this.addSql(statement);
  }
}
