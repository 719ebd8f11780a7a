import { Migration } from '@mikro-orm/migrations';
import { acceptanceEffects, acceptanceSignatures } from './effects/acceptance.sql.ts';
import { breakGlassEffects, breakGlassSignatures } from './effects/break-glass.sql.ts';
import { membershipEffects } from './effects/membership.sql.ts';
import { ownedByEffect } from './effects.sql.ts';

/** What people and desks add to the effects: written by hand, one file a noun. */
export class Migration0008Effects extends Migration {
  override up() {
    const statements: readonly string[] = [...acceptanceEffects, ...breakGlassEffects, ...membershipEffects];
    const signatures: readonly string[] = [...acceptanceSignatures, ...breakGlassSignatures];
    for (const statement of statements) this.addSql(statement);
    if (signatures.length > 0) for (const statement of ownedByEffect(signatures)) this.addSql(statement);
  }
}
