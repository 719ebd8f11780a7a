import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { anyone, everything } from '../walls/rows.ts';

const alias = defineEntity({
  name: 'InstitutionAlias',
  ...walled(
    'institution_alias',
    [
      allow('S', ['app_public', 'app_person', 'app_candidate', 'app_school', 'app_key', 'app_reviewer'], everything),
      allow('SIU', ['app_platform'], anyone),
    ],
    ['foreign key (institution_id) references app.institution (id)'],
  ),
  properties: {
    id: randomId().primary(),
    /** The spelling, accents off and lower case; with the country it is one spelling. */
    searchKey: p.text().collation('C'),
    country: p.text(),
    institutionId: p.uuid().index(),
    at: instant(),
  },
  uniques: [{ properties: ['searchKey', 'country'] }],
});
/** Another spelling of a listed institution, once the consortium has said so: as public as the list itself (graphie rattachée). */
export class InstitutionAlias extends alias.class {}
alias.setClass(InstitutionAlias);

const dismissal = defineEntity({
  name: 'SpellingDismissal',
  ...walled('spelling_dismissal', [allow('SID', ['app_platform'], anyone)]),
  properties: { searchKey: p.text().collation('C').primary(), country: p.text().primary(), at: instant() },
});
/** A spelling the consortium set aside: nothing of the list answers to it (graphie écartée). */
export class SpellingDismissal extends dismissal.class {}
dismissal.setClass(SpellingDismissal);
