import { allow, fieldsOf } from '../permissions/permission.ts';

export const referenceDataPermissions = {
  ...fieldsOf('Query', allow, ['mentions', 'countries', 'specialisms', 'school', 'serverTime']),
  ...fieldsOf('Mention', allow, ['code', 'name', 'domain']),
  ...fieldsOf('Country', allow, ['code', 'name']),
};
