import { connectionPermissions } from '../connection/connection.type.ts';
import { candidate, fieldsOf } from '../permissions/permission.ts';

export const candidatePermissions = {
  ...fieldsOf('Query', candidate, ['me']),
  ...fieldsOf('Candidate', candidate, ['id', 'identity', 'contact', 'application', 'accessLog']),
  ...fieldsOf('AccessLog', candidate, ['school', 'reader', 'means', 'function', 'at']),
  ...connectionPermissions('AccessLog'),
};
