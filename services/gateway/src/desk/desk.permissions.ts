import { allow, fieldsOf, schoolAdmin, schoolQueue } from '../permissions/permission.ts';

export const deskPermissions = {
  ...fieldsOf('Query', schoolQueue, ['desk']),
  ...fieldsOf('SchoolDesk', allow, ['school', 'members', 'candidacies', 'queueCounts', 'neighbours']),
  ...fieldsOf('SchoolDesk', schoolAdmin, ['noticeDraft']),
};
