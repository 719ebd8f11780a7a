import { describe, expect, test } from '@jest/globals';
import { faultOfName, normalName, searchKey } from './person-name.ts';

/** Microseconds of work: a busy machine does not lengthen them. */
declare const process: { cpuUsage(since?: unknown): { readonly user: number } };

describe('a name', () => {
  test.each([
    "O'Brien",
    'L’Haÿ',
    'Nguyễn',
    'Şükrü',
    '李',
    'Null',
    'undefined',
    'Y',
    'محمد',
    'דָּוִד',
    'Jean-Pierre',
    'de la Tour',
    'Kumar A/L Raman',
    'J. R.',
    'ʻAkahi',
    'နိုင်ငံ',
    'ཀྱི',
    'Ανδρέας',
    'ジョン・スミス',
    'Gal·la',
    'Ng',
    'a'.repeat(100),
  ])('E-01 %j is one, and comes back as it was written', (name) => {
    expect(faultOfName(name)).toBeNull();
    expect(normalName(name)).toBe(name);
  });

  test.each([
    ['nothing', '', 'BLANK'],
    ['only spaces', '   ', 'BLANK'],
    ['only a no-break space', '\u00a0', 'BLANK'],
    ['two hundred letters', 'a'.repeat(200), 'TEXT_TOO_LONG'],
    ['an emoji', 'Ana 😀', 'NOT_A_NAME'],
    ['only digits', '1234', 'NOT_A_NAME'],
    ['only punctuation', '-', 'NOT_A_NAME'],
    ['markup', '<b>Ana</b>', 'NOT_A_NAME'],
    ['a formula', '=1+1a', 'NOT_A_NAME'],
    ['an address', 'ana@example', 'NOT_A_NAME'],
    ['fifty combining marks', `a${'\u0301'.repeat(50)}`, 'TOO_MANY_MARKS'],
    ['a line feed', 'Ana\nMaria', 'CONTROL_CHARACTER'],
    ['a NUL', 'Ana\u0000', 'CONTROL_CHARACTER'],
    ['an override', 'Ana\u202e', 'BIDI_CONTROL'],
    ['a lone surrogate', 'Ana\ud800', 'LONE_SURROGATE'],
    ['a zero-width space', 'An\u200ba', 'INVISIBLE_CHARACTER'],
  ])('E-01 E-04 %s is none', (_name, text, fault) => {
    expect(faultOfName(text)).toBe(fault);
  });

  test('E-01 a name typed in pieces is stored in one form', () => {
    expect(normalName(' Nguye\u0302\u0303n\u00a0 Van ')).toBe('Nguyễn Van');
  });

  test('E-14 a hostile name is judged in a moment', () => {
    const started = process.cpuUsage();
    faultOfName(`${'a'.repeat(50_000)}!`);
    searchKey(`${' '.repeat(50_000)}!`);
    expect(process.cpuUsage(started).user).toBeLessThan(50_000);
  });
});

describe('the search key', () => {
  test.each([
    ['Nguyễn', 'nguyen'],
    ['L’HAŸ', 'l hay'],
    ["L'Haÿ", 'l hay'],
    ['Jean-Pierre  DURAND', 'jean pierre durand'],
    ['Şükrü Işık', 'sukru isik'],
    ['İstanbul', 'istanbul'],
    ['Œuvré', 'oeuvre'],
    ['Cæsar', 'caesar'],
    ['Weiß', 'weiss'],
    ['WEIẞ', 'weiss'],
    ['Søren Đặng Łódź', 'soren dang lodz'],
    ['Ανδρέας', 'ανδρεασ'],
    ['ΑΝΔΡΕΑΣ', 'ανδρεασ'],
    ['Алексей', 'алексеи'],
    ['が', 'が'],
    ['한', '한'],
    ['Ｆｕｌｌ', 'full'],
  ])('%j is found by %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
    expect(searchKey(key)).toBe(key);
  });

  test('composed and decomposed letters have one key', () => {
    expect(searchKey('e\u0301le\u0300ve')).toBe(searchKey('élève'));
  });
});
