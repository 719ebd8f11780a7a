import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, eitherOf, fieldsOf, keyWith, reviewer, school, schoolOfficer, schoolQueue } from '../permissions/permission.ts';

const readByKey = keyWith('CANDIDACIES_READ');

/** A reader reads what is assigned and learns nothing of where it stands; only a school reaches a candidacy at all. A key that opens or writes reads no more by it. */
export const candidacyPermissions = {
  ...fieldsOf('Mutation', eitherOf(schoolOfficer, reviewer, keyWith('CANDIDACIES_WRITE')), ['openCandidacy']),
  ...fieldsOf('OpenCandidacyPayload', allow, ['candidacy', 'userErrors']),
  ...fieldsOf('Candidacy', allow, ['id']),
  ...fieldsOf('Candidacy', eitherOf(school, readByKey), [
    'dossier',
    'specialisms',
    'notice',
    'receivedAt',
    'openedAt',
    'otherSchools',
  ]),
  ...fieldsOf('Candidacy', eitherOf(schoolQueue, readByKey), ['state', 'version', 'isUnopened']),
  ...fieldsOf('Candidacy', schoolQueue, ['history']),
  ...fieldsOf('OtherSchools', allow, ['count']),
  ...connectionPermissions('Candidacy', { isCounted: true }),
  ...connectionPermissions('AuditEntry'),
  ...fieldsOf('QueueCount', allow, ['view', 'count', 'filter']),
  ...fieldsOf('Neighbours', allow, ['previous', 'next']),
};
