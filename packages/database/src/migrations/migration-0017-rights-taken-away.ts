import { Migration } from '@mikro-orm/migrations';
import { renewedSessionSql } from '../account/renewed-session.sql.ts';
import { actingAdministrator, removalEffects, removalSignatures } from './effects/removal.sql.ts';
import { ownedByEffect } from './effects.sql.ts';

/** Printed from the tables (`pnpm db:print`): what an effect sees as somebody's links end. */
const walls: readonly string[] = [
  `drop policy consortium_invitation_effect_select on app.consortium_invitation`,
  `drop policy consortium_invitation_effect_update on app.consortium_invitation`,
  `drop policy consortium_right_effect_select on app.consortium_right`,
  `drop policy invitation_effect_select on app.invitation`,
  `drop policy invitation_effect_update on app.invitation`,
  `drop policy membership_effect_select on app.membership`,
  `drop policy person_effect_select on app.person`,
  `create policy consortium_invitation_effect_select on app.consortium_invitation for select to app_effect using (digest = (select app.presented()) or (select app.acting_administrator()) is not null)`,
  `create policy consortium_invitation_effect_update on app.consortium_invitation for update to app_effect using (digest = (select app.presented()) or (select app.acting_administrator()) is not null) with check (digest = (select app.presented()) or (select app.acting_administrator()) is not null)`,
  `create policy consortium_right_effect_select on app.consortium_right for select to app_effect using (account_id = (select app.principal()) or (select app.acting_administrator()) is not null)`,
  `create policy invitation_effect_select on app.invitation for select to app_effect using (digest = (select app.presented()) or school_id = (select app.acting_school()))`,
  `create policy invitation_effect_update on app.invitation for update to app_effect using (digest = (select app.presented()) or school_id = (select app.acting_school())) with check (digest = (select app.presented()) or school_id = (select app.acting_school()))`,
  `create policy invitation_acceptance_effect_select on app.invitation_acceptance for select to app_effect using (account_id = (select app.principal()) or exists (select from app.person p where p.account_id = invitation_acceptance.account_id))`,
  `create policy membership_effect_select on app.membership for select to app_effect using (account_id = (select app.principal()) or school_id = (select app.acting_school()))`,
  `create policy person_effect_select on app.person for select to app_effect using (account_id = (select app.principal()) or exists (select from app.membership m where m.account_id = person.account_id and m.school_id = (select app.acting_school()))
  or exists (select from app.consortium_right r where r.account_id = person.account_id and (select app.acting_administrator()) is not null))`,
  `grant update (ended_at) on app.invitation to app_effect`,
  `grant update (ended_at) on app.consortium_invitation to app_effect`,
  `grant select (invitation_id, account_id) on app.invitation_acceptance to app_effect`,
];

/**
 * Links that wait end with what they would give back, and a session that goes on keeps its age; the build before goes on writing as it did.
 * Sessions are what most wait for, so they come last.
 */
export class Migration0017RightsTakenAway extends Migration {
  override up() {
    for (const statement of [
      ...actingAdministrator,
      ...walls,
      ...removalEffects,
      ...ownedByEffect(removalSignatures),
      ...renewedSessionSql,
    ])
      this.addSql(statement);
  }
}
