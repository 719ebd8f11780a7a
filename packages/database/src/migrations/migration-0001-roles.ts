import { Migration } from '@mikro-orm/migrations';
import { maySet, roleIfAbsent } from './roles.sql.ts';

const requestRoles = ['app_public', 'app_person', 'app_candidate', 'app_school', 'app_reviewer', 'app_platform'];
const narrowRoles = ['app_relay', 'app_totals'];
const roles = [...requestRoles, ...narrowRoles, 'app_effect'];

const timeOuts = (login: string, statement: string) => `do $$ declare setting text; begin
  foreach setting in array array['statement_timeout=${statement}', 'lock_timeout=2s', 'idle_in_transaction_session_timeout=10s'] loop
    if not exists (select from pg_roles where rolname = '${login}' and setting = any (coalesce(rolconfig, '{}'))) then
      execute format('alter role ${login} set %s = %L', split_part(setting, '=', 1), split_part(setting, '=', 2)); end if;
  end loop; end $$`;

/** A stable function over one sealed setting; after a transaction a setting is '' and not NULL. */
const setting = (name: string, type: string, value: string) =>
  `create function app.${name}() returns ${type} language sql stable parallel safe return ${value}`;

const uuidOf = (name: string) => `nullif(current_setting('app.${name}', true), '')::uuid`;

/** Roles, the schema, and who is asking: the two logins hold nothing but the right to become somebody else, for one transaction. */
export class Migration0001Roles extends Migration {
  override up() {
    this.addSql(roleIfAbsent('app_login', 'login noinherit'));
    this.addSql(roleIfAbsent('app_work', 'login noinherit'));
    for (const role of roles) this.addSql(roleIfAbsent(role, 'nologin'));
    for (const role of requestRoles) this.addSql(maySet('app_login', role));
    for (const role of [...requestRoles, ...narrowRoles]) this.addSql(maySet('app_work', role));
    this.addSql(timeOuts('app_login', '5s'));
    this.addSql(timeOuts('app_work', '60s'));
    // Without IN SCHEMA: a default for one schema can only add.
    this.addSql('alter default privileges revoke execute on functions from public');
    this.addSql('alter default privileges revoke usage on types from public');
    this.addSql('revoke all on schema public from public');
    this.addSql(`do $$ begin execute format('revoke all on database %I from public', current_database());
      execute format('grant connect on database %I to app_login, app_work', current_database()); end $$`);
    this.addSql('create schema if not exists app');
    this.addSql(`grant usage on schema app to ${roles.join(', ')}`);
    // Replaced once the seal exists: until then no setting is believed by anyone.
    this.addSql(setting('principal', 'uuid', uuidOf('principal')));
    this.addSql(setting('acting_school', 'uuid', uuidOf('school')));
    this.addSql(setting('acting_candidate', 'uuid', uuidOf('candidate')));
    this.addSql(setting('presented', 'bytea', `decode(nullif(current_setting('app.presented', true), ''), 'hex')`));
    // The only now of the platform: the transaction's start.
    this.addSql(
      'create function app.clock() returns timestamptz language sql stable parallel safe return transaction_timestamp()',
    );
    const functions = ['principal', 'acting_school', 'acting_candidate', 'presented', 'clock'].map((name) => `app.${name}()`);
    this.addSql(`grant execute on function ${functions.join(', ')} to ${roles.join(', ')}`);
  }
}
