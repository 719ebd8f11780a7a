import { describe, expect, test } from '@jest/globals';
import type { Contact, Identity, Unfinished } from './application.ts';
import { completeDraft } from './complete-draft.fixture.ts';
import * as faults from './draft-faults.ts';
import type { Fault } from './field-checks.ts';

const today = Temporal.PlainDate.from('2027-03-01');
const lines = (found: readonly Fault[]) => found.map(({ reason, path }) => `${path.join('/')} ${reason}`);
const part = <Part>(given: Part | null | undefined): Part => {
  if (given === null || given === undefined) throw new Error('the fixture is complete');
  return given;
};
const identity = (changed: Partial<Unfinished<Identity>>) =>
  lines(faults.faultsOfIdentity({ ...part(completeDraft.identity), ...changed }, today));
const contact = (changed: Partial<Unfinished<Contact>>) =>
  lines(faults.faultsOfContact({ ...part(completeDraft.contact), ...changed }));

describe('identity', () => {
  test('an answer not given is no fault', () => {
    expect(identity({ lastName: null, firstNames: null, birthDate: null, nationality: null, ine: null })).toEqual([]);
  });

  test.each([
    ['2004-02-29', []],
    ['2003-02-29', ['identity/birthDate DATE_NOT_VALID']],
    ['0000-01-01', ['identity/birthDate AGE_OUT_OF_RANGE']],
    ['9999-12-31', ['identity/birthDate AGE_OUT_OF_RANGE']],
    ['2027-03-02', ['identity/birthDate AGE_OUT_OF_RANGE']],
    ['2027-03-01', ['identity/birthDate AGE_OUT_OF_RANGE']],
    ['2004-02-29T00:00:00+02:00', ['identity/birthDate DATE_NOT_VALID']],
    ['+275760-09-13', ['identity/birthDate DATE_NOT_VALID']],
    ['29/02/2004', ['identity/birthDate DATE_NOT_VALID']],
    ['2004-2-9', ['identity/birthDate DATE_NOT_VALID']],
  ])('E-06 a birth date %s gives %j', (birthDate, found) => {
    expect(identity({ birthDate })).toEqual(found);
  });

  test.each([
    ['2012-03-01', '2027-03-01', true],
    ['2012-03-02', '2027-03-01', false],
    ['2012-02-29', '2027-02-28', false],
    ['2012-02-29', '2027-03-01', true],
    ['1926-03-02', '2027-03-01', true],
    ['1926-03-01', '2027-03-01', false],
  ])('E-06 born on %s, on %s the age is in range: %s', (birthDate, day, isInRange) => {
    const found = faults.faultsOfIdentity({ ...part(completeDraft.identity), birthDate }, Temporal.PlainDate.from(day));
    expect(found.length === 0).toBe(isInRange);
  });

  test('E-01 E-10 E-16 every fault is told at once, by its path, never by its value', () => {
    const found = faults.faultsOfIdentity(
      { lastName: ' ', firstNames: 'x'.repeat(101), birthDate: '?', nationality: 'France', ine: '1' },
      today,
    );
    expect(found).toEqual([
      { reason: 'BLANK', path: ['identity', 'lastName'] },
      { reason: 'TEXT_TOO_LONG', path: ['identity', 'firstNames'], max: 100 },
      { reason: 'DATE_NOT_VALID', path: ['identity', 'birthDate'] },
      { reason: 'COUNTRY_NOT_VALID', path: ['identity', 'nationality'] },
      { reason: 'INE_NOT_VALID', path: ['identity', 'ine'] },
    ]);
  });
});

describe('contact', () => {
  test.each([
    ['01 23 45 67 89', 'FR', true],
    ['01\u00a023\u00a045\u00a067\u00a089', 'FR', true],
    ['+33 (0)1 23 45 67 89', 'FR', true],
    ['+33 1 23 45 67 8', 'FR', false],
    ['0692.12.34.56', 'RE', true],
    ['06\u202f12\u202f34\u202f56\u202f78', 'FR', true],
    ['06\u201112\u201134\u201156\u201178', 'FR', true],
    ['+212 612-345678', 'MA', true],
    ['0612345678', 'MA', false],
    ['0612345678', null, true],
    ['00 33 1 23 45 67 89', 'FR', false],
    ['06 12 34', 'FR', false],
    ['call me', 'FR', false],
    ['+0123456789', 'FR', false],
    [`+${'1'.repeat(16)}`, 'US', false],
  ])('E-10 the telephone %s in %s is taken: %s', (telephone, country, isTaken) => {
    expect(contact({ telephone, country, postcode: null })).toEqual(isTaken ? [] : ['contact/telephone TELEPHONE_NOT_VALID']);
  });

  test.each([
    ['75007', 'FR', true],
    ['20000', 'FR', true],
    ['97400', 'RE', true],
    ['98800', 'NC', true],
    ['00100', 'FR', false],
    ['99000', 'FR', false],
    ['7500', 'FR', false],
    ['SW1A 1AA', 'GB', true],
    ['SW1A 1AA', 'FR', false],
    ['10-115', 'PL', true],
    ['1', 'DE', false],
    ['@@', 'DE', false],
  ])('E-10 the post code %s in %s is taken: %s', (postcode, country, isTaken) => {
    expect(contact({ postcode, country })).toEqual(isTaken ? [] : ['contact/postcode POSTCODE_NOT_VALID']);
  });

  test('E-04 an address is one line without hidden characters', () => {
    expect(contact({ addressLine1: '2 rue\ndu Bac', city: 'Pa\u202eris', addressLine2: ' ' })).toEqual([
      'contact/addressLine1 CONTROL_CHARACTER',
      'contact/addressLine2 BLANK',
      'contact/city BIDI_CONTROL',
    ]);
  });
});
