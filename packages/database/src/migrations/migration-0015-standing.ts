import { Migration } from '@mikro-orm/migrations';
import { stampEffects, stampSignatures, stampsOfSessions, standingSql } from './effects/standing.sql.ts';
import { ownedByEffect } from './effects.sql.ts';

/** A value beside each account that tells whether its hats have changed; the build before neither reads nor misses it. */
export class Migration0015Standing extends Migration {
  override up() {
    for (const statement of [...standingSql, ...stampEffects, ...ownedByEffect(stampSignatures), ...stampsOfSessions])
      this.addSql(statement);
  }
}
