import { allow, fieldsOf, person } from '../permissions/permission.ts';

export const accountPermissions = {
  ...fieldsOf('Query', person, ['account']),
  ...fieldsOf('Account', allow, [
    'email',
    'locale',
    'hasSecondFactor',
    'hasReturnedMail',
    'hats',
    'memberships',
    'loginSessions',
  ]),
  ...fieldsOf('LoginSession', allow, ['id', 'device', 'createdAt', 'lastUsedAt', 'isCurrent']),
  ...fieldsOf('Mutation', person, ['endLoginSession', 'endOtherLoginSessions']),
  ...fieldsOf('EndLoginSessionPayload', allow, ['account', 'userErrors']),
  ...fieldsOf('EndOtherLoginSessionsPayload', allow, ['account', 'userErrors']),
  ...fieldsOf('Hat', allow, ['value', 'kind', 'membership']),
};
