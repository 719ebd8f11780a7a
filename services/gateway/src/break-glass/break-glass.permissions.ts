import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, consortium, fieldsOf, schoolAdmin } from '../permissions/permission.ts';

/** Two faces: the administrator who reads, and the school whose dossier was read. */
export const breakGlassPermissions = {
  ...fieldsOf('Mutation', consortium, ['breakGlass', 'endBreakGlass']),
  ...fieldsOf('ConsortiumDesk', consortium, ['breakGlasses']),
  ...fieldsOf('BreakGlassPayload', allow, ['breakGlass', 'userErrors']),
  ...fieldsOf('EndBreakGlassPayload', allow, ['breakGlass', 'userErrors']),
  ...fieldsOf('BreakGlass', allow, ['id', 'school', 'reference', 'reason', 'at', 'endsAt', 'endedAt']),
  ...fieldsOf('BreakGlass', consortium, ['dossier']),
  ...fieldsOf('BrokenDossier', allow, [
    'reference',
    'number',
    'submittedAt',
    'institution',
    'country',
    'identity',
    'contact',
    'specialisms',
    'studies',
    'qualification',
    'answers',
  ]),
  ...connectionPermissions('BreakGlass'),
  ...fieldsOf('SchoolDesk', schoolAdmin, ['breakGlasses']),
  ...fieldsOf('ConsortiumReading', allow, ['candidacy', 'by', 'reason', 'at', 'endsAt', 'endedAt']),
  ...connectionPermissions('ConsortiumReading'),
};
