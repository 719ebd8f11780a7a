import { describe, expect, test } from '@jest/globals';
import { disarmed, rearmed } from './disarmed.ts';

const armed = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'];

describe('a text on its way into a spreadsheet', () => {
  test.each(armed)('E-13 begins with an apostrophe when it could begin a formula: %j', (text) => {
    expect(disarmed(text)).toBe(`'${text}`);
  });

  test.each([...armed, ...armed.map((text) => `'${text}`), "'t Hooft", "d'Arc", "''", '', 'Marie', "'='", 'a=b'])(
    'E-13 comes back as it was: %j',
    (text) => {
      expect(rearmed(disarmed(text))).toBe(text);
    },
  );

  test('stays as it is when it could not', () => {
    expect(["'t Hooft", 'Marie', ' =1', 'a=b', ''].map(disarmed)).toEqual(["'t Hooft", 'Marie', ' =1', 'a=b', '']);
  });
});
