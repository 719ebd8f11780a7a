import { allow, fieldsOf } from '../permissions/permission.ts';

export const previewPermissions = {
  ...fieldsOf('Query', allow, ['previewAdmissibility']),
  ...fieldsOf('SchoolPreview', allow, ['school', 'outcome', 'noticeVersion', 'objections', 'specialisms']),
  ...fieldsOf('Objection', allow, ['code', 'message', 'source']),
};
