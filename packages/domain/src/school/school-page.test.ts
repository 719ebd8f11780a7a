import { describe, expect, test } from '@jest/globals';
import { faultsOfSchoolPage } from './school-page.ts';

const page = {
  shortName: 'Mines Albi',
  city: 'Albi',
  colour: '#00677f',
  contact: { name: 'Admissions', telephone: '+33 5 63 49 30 00', email: null },
};
const faults = (changed: Partial<typeof page> | { contact: unknown }, takesDossiers = true) =>
  faultsOfSchoolPage({ ...page, ...(changed as typeof page) }, { takesDossiers });

describe('the page of a school', () => {
  test('is sound when its texts are plain, its colour readable and its contact reachable', () => {
    expect(faults({})).toEqual([]);
  });

  test('names the nearest readable colour, and cuts the ratio instead of rounding it', () => {
    expect(faults({ colour: '#777777' })).toEqual([
      { reason: 'CONTRAST_TOO_LOW', path: ['colour'], contrast: 4.47, nearest: '#767676' },
    ]);
    expect(faults({ colour: 'red' })).toEqual([{ reason: 'COLOUR_NOT_VALID', path: ['colour'] }]);
    expect(faults({ colour: '#00677F' })).toEqual([{ reason: 'COLOUR_NOT_VALID', path: ['colour'] }]);
  });

  test('keeps a contact while its school takes dossiers', () => {
    expect(faults({ contact: null })).toEqual([{ reason: 'CONTACT_REQUIRED', path: ['contact'] }]);
    expect(faults({ contact: null }, false)).toEqual([]);
    expect(faults({ contact: { name: 'Admissions', telephone: null, email: null } })).toEqual([
      { reason: 'UNREACHABLE_CONTACT', path: ['contact'] },
    ]);
  });

  test('tells every fault at once', () => {
    const contact = { name: ' ', telephone: 'none', email: 'no address' };
    expect(faults({ shortName: 'x'.repeat(31), city: 'a\u202eb', contact } as never).map(({ reason }) => reason)).toEqual([
      'TEXT_TOO_LONG',
      'BIDI_CONTROL',
      'BLANK',
      'TELEPHONE_NOT_VALID',
      'EMAIL_NOT_VALID',
    ]);
  });
});
