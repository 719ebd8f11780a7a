import { Migration } from '@mikro-orm/migrations';
import { sealedOnce } from './effects/seal.sql.ts';
import { asEffect } from './effects.sql.ts';

/** The seal is checked by a function whose plan is kept. */
export class Migration0010Seal extends Migration {
  override up() {
    for (const statement of asEffect([sealedOnce])) this.addSql(statement);
  }
}
