import { Migration } from '@mikro-orm/migrations';
import { maySet, roleIfAbsent } from './roles.sql.ts';

/** The roles of a school's own systems, of the seals of the trail and of the worker's jobs. */
export class Migration0006Roles extends Migration {
  override up() {
    for (const role of ['app_key', 'app_sealer', 'app_jobs']) this.addSql(roleIfAbsent(role, 'nologin'));
    this.addSql(maySet('app_login', 'app_key'));
    for (const role of ['app_key', 'app_sealer', 'app_jobs']) this.addSql(maySet('app_work', role));
    this.addSql('grant usage on schema app to app_key, app_sealer, app_jobs');
    const functions = ['principal', 'acting_school', 'acting_candidate', 'presented', 'clock', 'sealed'];
    const signatures = functions.map((name) => `app.${name}()`).join(', ');
    // `sealed` belongs to `app_effect`, which alone may grant it.
    this.addSql('grant app_effect to current_user with inherit false, set true');
    this.addSql(`grant execute on function ${signatures.replace(', app.sealed()', '')} to app_key, app_sealer, app_jobs`);
    this.addSql('set local role app_effect');
    this.addSql('grant execute on function app.sealed() to app_key, app_sealer, app_jobs');
    this.addSql('reset role');
    this.addSql(`do $$ begin execute format('revoke app_effect from %I granted by %I', current_user, current_user); end $$`);
  }
}
