import { Migration } from '@mikro-orm/migrations';
import { disclosureEffects, disclosureSignatures } from './effects/disclosure.sql.ts';
import { ownedByEffect } from './effects.sql.ts';

/** What a campaign discloses as it closes, and that it said so before it opened. */
export class Migration0012DisclosureEffects extends Migration {
  override up() {
    for (const statement of [...disclosureEffects, ...ownedByEffect(disclosureSignatures)]) this.addSql(statement);
  }
}
