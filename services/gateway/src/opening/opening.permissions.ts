import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, fieldsOf, schoolAdmin } from '../permissions/permission.ts';

export const openingPermissions = {
  ...fieldsOf('SchoolDesk', schoolAdmin, ['openings']),
  ...fieldsOf('Opening', allow, ['candidacy', 'person', 'keyName', 'reader', 'means', 'at']),
  ...connectionPermissions('Opening'),
};
