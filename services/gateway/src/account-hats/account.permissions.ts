import { allow, fieldsOf, person } from '../permissions/permission.ts';

export const accountPermissions = {
  ...fieldsOf('Query', person, ['account']),
  ...fieldsOf('Account', allow, ['email', 'locale', 'hasSecondFactor', 'hats', 'memberships']),
  ...fieldsOf('Hat', allow, ['value', 'kind', 'membership']),
};
