import { Migration } from '@mikro-orm/migrations';

/** What the tables have become since the migration before, printed from them (`pnpm db:print`). */
export class Migration0007PeopleAndDesks extends Migration {
  override up() {}
}
