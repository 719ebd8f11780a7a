import { allow, fieldsOf } from '../permissions/permission.ts';

/** Only a school's face leads here; what its reader did not open yet, the database keeps. */
export const dossierPermissions = fieldsOf('Dossier', allow, [
  'id',
  'reference',
  'number',
  'submittedAt',
  'digest',
  'identity',
  'contact',
  'institution',
  'country',
  'studies',
  'qualification',
  'answers',
]);
