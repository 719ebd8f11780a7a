import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { me, ownSchool, ownTeam } from '../walls/rows.ts';

const label = defineEntity({
  name: 'Label',
  ...walled(
    'label',
    [allow('SIUD', ['app_school'], ownSchool), allow('S', ['app_key'], ownSchool)],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    name: p.text(),
    /** The name, accents off and lower case: two labels of a school never differ by these alone. */
    nameKey: p.text().collation('C'),
    /** `#rrggbb`, readable on white. */
    colour: p.text(),
    version: p.integer().default(1),
  },
  uniques: [{ properties: ['schoolId', 'nameKey'] }],
});
/** A word a school sorts its candidacies by; no candidate and no other school reads it (étiquette). */
export class Label extends label.class {}
label.setClass(Label);

const candidacyLabel = defineEntity({
  name: 'CandidacyLabel',
  ...walled(
    'candidacy_label',
    [
      allow('SD', ['app_school', 'app_key'], ownSchool),
      allow('I', ['app_school', 'app_key'], `${ownSchool} and author_id = ${me}`),
      allow('S', ['app_effect'], ownTeam, ['school_id', 'candidacy_id', 'label_id']),
    ],
    [
      'foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)',
      'foreign key (school_id, label_id) references app.label (school_id, id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    labelId: p.uuid().primary(),
    authorId: p.uuid(),
    at: instant(),
  },
  indexes: [{ properties: ['schoolId', 'labelId', 'candidacyId'] }],
});
/** A label on a candidacy: who put it there and when. */
export class CandidacyLabel extends candidacyLabel.class {}
candidacyLabel.setClass(CandidacyLabel);
