import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, eitherOf, fieldsOf, reviewer, schoolOfficer, schoolQueue } from '../permissions/permission.ts';

/** A reader reads what is assigned and learns nothing of where it stands; only a school reaches a candidacy at all. */
export const candidacyPermissions = {
  ...fieldsOf('Mutation', eitherOf(schoolOfficer, reviewer), ['openCandidacy']),
  ...fieldsOf('OpenCandidacyPayload', allow, ['candidacy', 'userErrors']),
  ...fieldsOf('Candidacy', allow, ['id', 'dossier', 'specialisms', 'notice', 'receivedAt', 'openedAt']),
  ...fieldsOf('Candidacy', schoolQueue, ['state', 'version', 'isUnopened', 'otherSchools', 'history']),
  ...fieldsOf('OtherSchools', allow, ['count', 'schools']),
  ...connectionPermissions('Candidacy'),
  ...connectionPermissions('AuditEntry'),
  ...fieldsOf('QueueCount', allow, ['view', 'count']),
  ...fieldsOf('Neighbours', allow, ['previous', 'next']),
};
