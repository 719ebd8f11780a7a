import { expect, test } from '@jest/globals';
import { tidied } from './tidied.ts';

test('E-01 answers are stored composed and trimmed, blanks as not given, the rest as it is', () => {
  expect(tidied({ lastName: ' Nguye\u0302\u0303n ', ine: '  ', ects: 0, needs: [], city: null })).toEqual({
    lastName: 'Nguyễn',
    ine: null,
    ects: 0,
    needs: [],
    city: null,
  });
});
