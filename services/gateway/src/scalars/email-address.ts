import { canonicalEmail } from '@guichet/domain/account/email-address';
import { textScalar } from './text-scalar.ts';

/** One e-mail address without display name, in the one form under which it is compared. */
export const EmailAddress = textScalar({
  name: 'EmailAddress',
  description: 'One e-mail address without display name, lower case (adresse électronique).',
  read: canonicalEmail,
});
