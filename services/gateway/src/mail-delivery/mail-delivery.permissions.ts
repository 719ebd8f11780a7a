import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, consortium, fieldsOf } from '../permissions/permission.ts';

export const mailDeliveryPermissions = {
  ...fieldsOf('ConsortiumDesk', consortium, ['mails']),
  ...fieldsOf('Mutation', consortium, ['retryMail']),
  ...fieldsOf('RetryMailPayload', allow, ['mail', 'userErrors']),
  ...fieldsOf('MailDelivery', allow, [
    'id',
    'kind',
    'state',
    'tries',
    'replyCode',
    'status',
    'cause',
    'at',
    'sentAt',
    'stateAt',
    'isRetryAsked',
  ]),
  ...connectionPermissions('MailDelivery'),
};
