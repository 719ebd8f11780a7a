import { allow, fieldsOf } from '../permissions/permission.ts';

export const membershipPermissions = fieldsOf('Membership', allow, ['id', 'school', 'person', 'functions']);
