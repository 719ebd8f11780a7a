import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, fieldsOf, reviewer } from '../permissions/permission.ts';

export const readingPermissions = {
  ...fieldsOf('Query', reviewer, ['reading']),
  ...fieldsOf('ReadingDesk', allow, ['readings']),
  ...connectionPermissions('Reading'),
  ...fieldsOf('Reading', allow, ['id', 'candidacy', 'dossier', 'specialisms', 'assignedAt', 'isMasked']),
};
