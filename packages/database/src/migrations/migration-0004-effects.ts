import { Migration } from '@mikro-orm/migrations';
import {
  acceptInvitation,
  countApplication,
  countCandidacy,
  ownedByEffect,
  renewCandidacy,
  triggers,
  withdrawCandidacy,
} from './effects.sql.ts';

const sealed = `create function app.sealed() returns boolean language sql stable security definer parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from app.seal s where sha256(convert_to(current_setting('app.seal', true), 'UTF8')) = sha256(convert_to(encode(
    sha256(s.key || sha256(s.key || convert_to(current_setting('role') || '|' || coalesce(current_setting('app.principal', true), '')
      || '|' || coalesce(current_setting('app.school', true), '') || '|' || coalesce(current_setting('app.candidate', true), '')
      || '|' || coalesce(current_setting('app.presented', true), ''), 'UTF8'))), 'hex'), 'UTF8'))) $$`;

const sealedSetting = (name: string, type: string, value: string) =>
  `create or replace function app.${name}() returns ${type} language sql stable parallel safe return case when app.sealed() then ${value} end`;

const uuidOf = (name: string) => `nullif(current_setting('app.${name}', true), '')::uuid`;
const roles = 'app_public, app_person, app_candidate, app_school, app_reviewer, app_platform, app_relay, app_totals';

/** The effects between classes, and the seal: settings count only if the platform signed them, for this role. */
export class Migration0004Effects extends Migration {
  override up() {
    const effects = [withdrawCandidacy, renewCandidacy, countCandidacy, countApplication, acceptInvitation];
    for (const statement of effects.flat()) this.addSql(statement);
    for (const trigger of triggers) this.addSql(trigger);
    this.addSql('create table app.seal (key bytea not null)');
    this.addSql('alter table app.seal enable row level security, force row level security');
    this.addSql('grant select (key) on app.seal to app_effect');
    this.addSql(
      `create policy seal_effect_select on app.seal for select to app_effect using ((select current_setting('app.seal', true)) <> '')`,
    );
    this.addSql(sealed);
    this.addSql(
      `comment on function app.sealed() is 'audited: tells whether the settings of the transaction were signed for its role'`,
    );
    this.addSql(`grant execute on function app.sealed() to ${roles}`);
    this.addSql(sealedSetting('principal', 'uuid', uuidOf('principal')));
    this.addSql(sealedSetting('acting_school', 'uuid', uuidOf('school')));
    this.addSql(sealedSetting('acting_candidate', 'uuid', uuidOf('candidate')));
    this.addSql(sealedSetting('presented', 'bytea', `decode(nullif(current_setting('app.presented', true), ''), 'hex')`));
    const functions = [
      'withdraw_candidacy()',
      'renew_candidacy()',
      'count_candidacy()',
      'count_application()',
      'accept_invitation()',
      'sealed()',
    ];
    for (const statement of ownedByEffect(functions)) this.addSql(statement);
  }
}
