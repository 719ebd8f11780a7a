import { allow, fieldsOf, schoolOfficer } from '../permissions/permission.ts';

export const bulkActPermissions = {
  ...fieldsOf('SchoolDesk', schoolOfficer, ['bulkPreview']),
  ...fieldsOf('BulkPreview', allow, ['outcomes', 'summary']),
  ...fieldsOf('BulkAct', allow, ['id', 'kind', 'at', 'outcomes', 'summary', 'undoableUntil', 'undoneAt']),
  ...fieldsOf('BulkOutcome', allow, ['place', 'candidacy', 'reader', 'outcome', 'undoOutcome']),
  ...fieldsOf('Mutation', schoolOfficer, ['labelCandidacies', 'unlabelCandidacies', 'undoBulkAct']),
  ...fieldsOf('LabelCandidaciesPayload', allow, ['bulkAct', 'userErrors']),
  ...fieldsOf('UnlabelCandidaciesPayload', allow, ['bulkAct', 'userErrors']),
  ...fieldsOf('UndoBulkActPayload', allow, ['bulkAct', 'userErrors']),
};
