import { expect } from '@jest/globals';

// Two `Temporal` values have no own property, so jest finds any two of one class equal: a check that cannot fail.
const tag = (value: unknown) => Object.prototype.toString.call(value);
expect.addEqualityTesters([
  (a, b) => (tag(a).startsWith('[object Temporal.') ? tag(a) === tag(b) && String(a) === String(b) : undefined),
]);
