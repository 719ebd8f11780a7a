import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, fieldsOf } from '../permissions/permission.ts';

export const institutionPermissions = {
  ...fieldsOf('Query', allow, ['institutions']),
  ...fieldsOf('Institution', allow, ['id', 'uai', 'name', 'acronym', 'city', 'country']),
  ...connectionPermissions('Institution'),
};
