import { allow, fieldsOf, schoolAdmin } from '../permissions/permission.ts';

export const auditEntryPermissions = {
  ...fieldsOf('SchoolDesk', schoolAdmin, ['audit']),
  ...fieldsOf('AuditEntry', allow, ['id', 'at', 'actor', 'key', 'action', 'objectId', 'purpose']),
  ...fieldsOf('Person', allow, ['id', 'displayName']),
};
