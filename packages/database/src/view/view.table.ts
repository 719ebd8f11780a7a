import { allow } from '../walls/allow.ts';
import { defineEntity, p, randomId, walled } from '../walls/define-table.ts';
import { actingSchool, me, ownSchool } from '../walls/rows.ts';

/** Held by the reader, or by the acting school itself: one comparison, no second policy. */
const held = `${ownSchool} and holder_id = any (array[${me}, ${actingSchool}])`;

const table = defineEntity({
  name: 'SavedView',
  ...walled(
    'saved_view',
    [allow('SIUD', ['app_school'], held), allow('S', ['app_key'], held)],
    ['foreign key (school_id) references app.school (id)', 'foreign key (campaign_id) references app.campaign (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    campaignId: p.uuid(),
    /** Whose it is: a person's account, or the school's own id for a view of the whole team. */
    holderId: p.uuid(),
    name: p.text(),
    /** The name, accents off and lower case. */
    nameKey: p.text().collation('C'),
    /** The filter as canonical JSON, in the form the list reads it. */
    filter: p.text(),
    order: p.text().fieldName('order_by'),
    columns: p.array().columnType('text[]').$type<string[]>(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['schoolId', 'campaignId', 'holderId', 'nameKey'] }],
});
/** A queue kept under a name: filter, order and columns (vue enregistrée). */
export class SavedView extends table.class {}
table.setClass(SavedView);
