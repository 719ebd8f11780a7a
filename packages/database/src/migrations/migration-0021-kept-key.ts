import { Migration } from '@mikro-orm/migrations';
import { sealedByKeptKey, signingKey } from './effects/seal-key.sql.ts';
import { asEffect } from './effects.sql.ts';

/** The seal is checked without reading its key for every table of a statement. */
export class Migration0021KeptKey extends Migration {
  override up() {
    this.addSql(signingKey);
    this.addSql('revoke execute on function app.signing_key() from public');
    this.addSql('grant execute on function app.signing_key() to app_effect');
    for (const statement of asEffect([sealedByKeptKey])) this.addSql(statement);
  }
}
