import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, consortium, fieldsOf } from '../permissions/permission.ts';

export const jobPermissions = {
  ...fieldsOf('ConsortiumDesk', consortium, ['jobs', 'health']),
  ...fieldsOf('Job', allow, ['id', 'kind', 'what', 'state', 'startedAt', 'finishedAt', 'done', 'error']),
  ...fieldsOf('JobPass', allow, ['kind', 'at']),
  ...fieldsOf('Health', allow, [
    'isDatabaseReachable',
    'workerSeenAt',
    'waitingMails',
    'oldestWaitingAt',
    'givenUpMails',
    'waitingAccountMails',
    'givenUpAccountMails',
    'oldestAccountMailAt',
    'passes',
  ]),
  ...connectionPermissions('Job'),
};
