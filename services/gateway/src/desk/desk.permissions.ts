import { allow, anyKey, eitherOf, fieldsOf, keyWith, schoolAdmin, schoolQueue } from '../permissions/permission.ts';

export const deskPermissions = {
  ...fieldsOf('Query', eitherOf(schoolQueue, anyKey), ['desk']),
  ...fieldsOf('SchoolDesk', allow, ['school']),
  ...fieldsOf('SchoolDesk', schoolQueue, ['members']),
  ...fieldsOf('SchoolDesk', eitherOf(schoolQueue, keyWith('CANDIDACIES_READ')), ['candidacies', 'neighbours']),
  ...fieldsOf('SchoolDesk', eitherOf(schoolQueue, keyWith('TOTALS_READ')), ['queueCounts']),
  ...fieldsOf('SchoolDesk', schoolAdmin, ['noticeDraft']),
};
