import { allow } from '../walls/allow.ts';
import { defineEntity, p, walled } from '../walls/define-table.ts';
import { ownSchool } from '../walls/rows.ts';

const profile = defineEntity({
  name: 'ReaderProfile',
  ...walled(
    'reader_profile',
    [allow('SI', ['app_school'], ownSchool), allow('U', ['app_school'], ownSchool, ['largest_load', 'version'])],
    ['foreign key (school_id, reader_id) references app.membership (school_id, account_id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    readerId: p.uuid().primary(),
    /** Most dossiers in hand at once; null for no bound. Its row is what two officers who assign at once wait on. */
    largestLoad: p.integer().strictNullable(),
    version: p.integer().default(1),
  },
  checks: [{ name: 'reader_profile_load_is_possible', expression: 'largest_load >= 1 and largest_load <= 500' }],
});
/** What a school knows of one of its readers: how much they take (profil de lecture). */
export class ReaderProfile extends profile.class {}
profile.setClass(ReaderProfile);

const specialism = defineEntity({
  name: 'ReaderSpecialism',
  ...walled(
    'reader_specialism',
    [allow('SID', ['app_school'], ownSchool)],
    [
      'foreign key (school_id, reader_id) references app.reader_profile (school_id, reader_id)',
      'foreign key (specialism_id) references app.specialism (id)',
    ],
  ),
  properties: { schoolId: p.uuid().primary(), readerId: p.uuid().primary(), specialismId: p.uuid().primary() },
});
/** A specialism a reader reads. */
export class ReaderSpecialism extends specialism.class {}
specialism.setClass(ReaderSpecialism);
