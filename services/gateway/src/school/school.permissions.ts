import { allow, consortium, eitherOf, fieldsOf, schoolAdmin } from '../permissions/permission.ts';

export const schoolPermissions = {
  ...fieldsOf('School', allow, ['id', 'slug', 'name', 'shortName', 'city', 'colour', 'contact']),
  ...fieldsOf('School', eitherOf(schoolAdmin, consortium), ['version']),
  ...fieldsOf('AdmissionsContact', allow, ['name', 'telephone', 'email']),
  ...fieldsOf('Mutation', schoolAdmin, ['saveSchool']),
  ...fieldsOf('SaveSchoolPayload', allow, ['school', 'userErrors']),
};
