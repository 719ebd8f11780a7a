import { allow } from '../walls/allow.ts';
import { defineEntity, p, randomId, textOrNull, walled } from '../walls/define-table.ts';
import { actingSchool, anyone } from '../walls/rows.ts';

const table = defineEntity({
  name: 'School',
  ...walled('school', [
    allow('S', ['app_public', 'app_person', 'app_candidate', 'app_school', 'app_key', 'app_reviewer'], 'is_listed'),
    allow('U', ['app_school'], `id = ${actingSchool}`, [
      'short_name',
      'city',
      'colour',
      'contact_name',
      'contact_telephone',
      'contact_email',
      'version',
    ]),
    allow('SIU', ['app_platform'], anyone),
  ]),
  properties: {
    id: randomId().primary(),
    slug: p.text().unique(),
    name: p.text(),
    shortName: p.text(),
    city: p.text(),
    colour: p.text().default('#1f3864'),
    contactName: textOrNull(),
    contactTelephone: textOrNull(),
    contactEmail: textOrNull(),
    isListed: p.boolean().default(true),
    version: p.integer().version(),
  },
});
/** A member school (école): the tenant. */
export class School extends table.class {}
table.setClass(School);
