import { Migration } from '@mikro-orm/migrations';
import { actingTeam, keptListEffects, keptListSignatures } from './effects/kept-lists.sql.ts';
import { ownedByEffect } from './effects.sql.ts';
import { ownerMayFill } from './fill-kept-lists.ts';

/** Printed from the tables (`pnpm db:print`). */
const columns: readonly string[] = [
  `drop policy candidacy_candidate_insert on app.candidacy`,
  `drop policy candidacy_effect_select on app.candidacy`,
  `drop policy candidacy_effect_update on app.candidacy`,
  `alter table app.candidacy add specialism_ids uuid[] null, add label_ids uuid[] null, add newest_note_ids uuid[] null`,
  // For what is filed from now on; what was there before is filled (`fill-kept-lists.ts`).
  `alter table app.candidacy alter column label_ids set default '{}', alter column newest_note_ids set default '{}'`,
  `create policy candidacy_candidate_insert on app.candidacy for insert to app_candidate with check (candidate_id = (select app.acting_candidate()) and state = 'RECEIVED' and version = 1 and dossier_number = 1 and label_ids = '{}' and newest_note_ids = '{}')`,
  `create policy candidacy_effect_select on app.candidacy for select to app_effect using (candidate_id = (select app.acting_candidate()) or school_id = (select app.acting_team()) or '00000000-0000-4000-8000-000000000001'::uuid = (select app.principal()) and exists (select from app.campaign k where k.id = candidacy.campaign_id and k.state = 'CLOSED' and k.other_choices = 'COUNT'))`,
  `create policy candidacy_effect_update on app.candidacy for update to app_effect using (candidate_id = (select app.acting_candidate()) or school_id = (select app.acting_team())) with check (candidate_id = (select app.acting_candidate()) or school_id = (select app.acting_team()))`,
  `create policy candidacy_label_effect_select on app.candidacy_label for select to app_effect using (school_id = (select app.acting_team()))`,
  `create policy dossier_specialism_effect_select on app.dossier_specialism for select to app_effect using (candidate_id = (select app.acting_candidate()))`,
  `create policy note_effect_select on app.note for select to app_effect using (school_id = (select app.acting_team()))`,
  `grant select (specialism_ids, label_ids, newest_note_ids) on app.candidacy to app_school`,
  `grant select (specialism_ids, label_ids, newest_note_ids) on app.candidacy to app_key`,
  `grant select (specialism_ids) on app.candidacy to app_reviewer`,
  `grant update (specialism_ids, label_ids, newest_note_ids) on app.candidacy to app_effect`,
  `grant select (school_id, candidacy_id, number, position, specialism_id) on app.dossier_specialism to app_effect`,
  `grant select (school_id, candidacy_id, label_id) on app.candidacy_label to app_effect`,
  `grant select (school_id, id, candidacy_id, at) on app.note to app_effect`,
];

/**
 * A list finds the ids of specialisms, labels and newest notes on the candidacy's own row. The build before writes none of them: labels and notes
 * are kept by the database whoever writes, and the specialisms of a first copy stay null until a further one. What was there is filled behind it.
 */
export class Migration0022KeptLists extends Migration {
  override up() {
    const effects = [...keptListEffects, ...ownedByEffect(keptListSignatures)];
    for (const statement of [...actingTeam, ...columns, ...effects, ...ownerMayFill]) this.addSql(statement);
  }
}
