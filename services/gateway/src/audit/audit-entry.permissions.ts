import { allow, fieldsOf } from '../permissions/permission.ts';

export const auditEntryPermissions = {
  ...fieldsOf('AuditEntry', allow, ['id', 'at', 'actor', 'action', 'objectId', 'purpose']),
  ...fieldsOf('Person', allow, ['id', 'displayName']),
};
