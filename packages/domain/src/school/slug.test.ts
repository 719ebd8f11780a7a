import { describe, expect, test } from '@jest/globals';
import { faultOfSlug, slugRemedy } from './slug.ts';

describe('the short name of a school or a campaign', () => {
  test('I-16 is plain ASCII words: a letter that only looks like one is refused and named', () => {
    expect(faultOfSlug('imt-mines-albi')).toBeNull();
    for (const written of ['', 'Albi', 'a--b', '-a', 'a-', '2albi', 'albi!', 'école', 'аlbi', 'a'.repeat(64)])
      expect(faultOfSlug(written)).toBe('SLUG_NOT_VALID');
    expect(slugRemedy('аlbi')).toContain('U+0430');
    expect(slugRemedy('École d’Albi')).toContain('"ecole-d-albi"');
  });

  test('I-16 is none of the words the platform keeps for itself', () => {
    for (const kept of ['admin', 'api', 'auth', 'graphql', 'consortium']) expect(faultOfSlug(kept)).toBe('SLUG_RESERVED');
  });
});
