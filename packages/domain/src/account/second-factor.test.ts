import { describe, expect, test } from '@jest/globals';
import type { SchoolFunction } from './school-function.ts';
import { type ConfidentialClass, confidentialClasses, mustHaveSecondFactor } from './second-factor.ts';

const held = (functions: readonly SchoolFunction[], isConsortium = false) => ({ functions, isConsortium });
const references: ConfidentialClass = { name: 'reference content', readers: ['ADMIN', 'OFFICER', 'REVIEWER'] };

describe('a second factor', () => {
  test('is required of whoever makes rights', () => {
    expect(mustHaveSecondFactor(held(['ADMIN']))).toBe(true);
    expect(mustHaveSecondFactor(held(['REVIEWER', 'ADMIN']))).toBe(true);
    expect(mustHaveSecondFactor(held([], true))).toBe(true);
  });

  test('is not required of others as long as there is no confidential class to read', () => {
    expect(confidentialClasses).toEqual([]);
    expect(mustHaveSecondFactor(held(['OFFICER', 'REVIEWER', 'OBSERVER']))).toBe(false);
    expect(mustHaveSecondFactor(held([]))).toBe(false);
  });

  test('is required of the readers of a confidential class once there is one', () => {
    expect(mustHaveSecondFactor(held(['OFFICER']), [references])).toBe(true);
    expect(mustHaveSecondFactor(held(['REVIEWER']), [references])).toBe(true);
    expect(mustHaveSecondFactor(held(['OBSERVER']), [references])).toBe(false);
    expect(mustHaveSecondFactor(held([]), [references])).toBe(false);
  });
});
