import { Migration } from '@mikro-orm/migrations';
import { sealedByKeptKey, signingKey } from './effects/seal-key.sql.ts';
import { asEffect } from './effects.sql.ts';

/** The seal is checked without reading its key for every table of a statement. */
export class Migration0021KeptKey extends Migration {
  override up() {
    const key = [signingKey, 'revoke execute on function app.signing_key() from public'];
    for (const statement of asEffect([...key, sealedByKeptKey])) this.addSql(statement);
  }
}
