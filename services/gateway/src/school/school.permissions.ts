import { allow, fieldsOf } from '../permissions/permission.ts';

export const schoolPermissions = {
  ...fieldsOf('School', allow, ['id', 'slug', 'name', 'shortName', 'city', 'colour', 'contact']),
  ...fieldsOf('AdmissionsContact', allow, ['name', 'telephone', 'email']),
};
