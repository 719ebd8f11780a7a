import { expect, test } from '@jest/globals';
import { whereToBegin } from './where-to-begin.ts';

test('a start names the pages to open next, that of the mails where they are caught', () => {
  const begin = whereToBegin('http://127.0.0.1:4000', true);
  for (const page of ['graphiql', 'sign-in', 'sign-up', 'dev/mails']) expect(begin).toContain(`http://127.0.0.1:4000/${page}`);
  expect(whereToBegin('http://127.0.0.1:4000', false)).not.toContain('mails');
});
