import { allow, fieldsOf } from '../permissions/permission.ts';

export const specialismPermissions = fieldsOf('Specialism', allow, ['id', 'code', 'name', 'admittedMentions', 'version']);
