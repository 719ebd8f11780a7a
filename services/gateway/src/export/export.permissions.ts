import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, eitherOf, fieldsOf, keyWith, schoolQueue } from '../permissions/permission.ts';

/** Whoever reads the list may have it as a file; what is in it is judged when it is asked for and again when it is written. */
export const exportPermissions = {
  ...fieldsOf('Mutation', eitherOf(schoolQueue, keyWith('EXPORTS_WRITE')), ['requestExport', 'cancelExport']),
  ...fieldsOf('RequestExportPayload', allow, ['exportJob', 'userErrors']),
  ...fieldsOf('CancelExportPayload', allow, ['exportJob', 'userErrors']),
  ...fieldsOf('SchoolDesk', eitherOf(schoolQueue, keyWith('EXPORTS_READ')), ['exports']),
  ...fieldsOf('ExportJob', allow, ['id', 'state', 'failure', 'format', 'columns', 'withContent', 'progress', 'counted', 'rows']),
  ...fieldsOf('ExportJob', allow, ['requestedBy', 'createdAt', 'finishedAt', 'file']),
  ...fieldsOf('ExportFile', allow, ['url', 'name', 'bytes', 'expiresAt']),
  ...connectionPermissions('ExportJob'),
};
