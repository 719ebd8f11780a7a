import { candidate, fieldsOf } from '../permissions/permission.ts';

export const candidatePermissions = {
  ...fieldsOf('Query', candidate, ['me']),
  ...fieldsOf('Candidate', candidate, ['id', 'identity', 'contact', 'application']),
};
