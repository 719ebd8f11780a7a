import { textScalar } from './text-scalar.ts';

/** A mark from 0 to 20, at most three decimals, as a string with a point: a float would lose 19.995. */
export const Mark = textScalar({
  name: 'Mark',
  description: 'A mark from 0 to 20, at most three decimals, as a string with a point (note): `"19.995"`.',
  read: (text) => (/^(?:(?:\d|1\d)(?:\.\d{1,3})?|20(?:\.0{1,3})?)$/.test(text) ? text : null),
});
