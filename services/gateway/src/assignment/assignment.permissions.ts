import { allow, fieldsOf, schoolOfficer, schoolQueue } from '../permissions/permission.ts';

/** Whoever sees the queue sees who reads; whoever works it says who does. A reader learns of no other reader. */
export const assignmentPermissions = {
  ...fieldsOf('SchoolDesk', schoolQueue, ['readers']),
  ...fieldsOf('SchoolDesk', schoolOfficer, ['proposedAssignments']),
  ...fieldsOf('Candidacy', schoolQueue, ['readers']),
  ...fieldsOf('Reader', allow, ['profile', 'load', 'isReading']),
  ...fieldsOf('ReaderProfile', allow, ['person', 'specialisms', 'largestLoad', 'version']),
  ...fieldsOf('ProposedAssignment', allow, ['candidacy', 'reader', 'because']),
  ...fieldsOf('Mutation', schoolOfficer, ['setReaderProfile', 'assignReaders', 'assignAsProposed', 'unassignReaders']),
  ...fieldsOf('SetReaderProfilePayload', allow, ['readerProfile', 'userErrors']),
  ...fieldsOf('AssignReadersPayload', allow, ['bulkAct', 'userErrors']),
  ...fieldsOf('AssignAsProposedPayload', allow, ['bulkAct', 'userErrors']),
  ...fieldsOf('UnassignReadersPayload', allow, ['bulkAct', 'userErrors']),
};
