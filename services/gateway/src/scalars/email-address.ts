import { textScalar } from './text-scalar.ts';

const shape = /^[^\s@"(),:;<>[\\\]]{1,64}@(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/** One e-mail address, without display name. */
export const EmailAddress = textScalar({
  name: 'EmailAddress',
  description: 'One e-mail address without display name (adresse électronique).',
  read: (text) => (text.length <= 254 && shape.test(text) ? text : null),
});
