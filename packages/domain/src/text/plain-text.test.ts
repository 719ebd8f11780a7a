import { describe, expect, test } from '@jest/globals';
import { codePoints, faultOfText, normalText } from './plain-text.ts';

/** Microseconds of work: a busy machine does not lengthen them. */
declare const process: { cpuUsage(since?: unknown): { readonly user: number } };

// Read once it takes some milliseconds; read anew for each letter, many seconds.
const secondOfWork = 1_000_000;

const line = { max: 100, multiline: false };
const essay = { max: 3000, multiline: true };

describe('characters', () => {
  test.each([
    ['E-02 a NUL', 'a\u0000b', 'CONTROL_CHARACTER'],
    ['E-03 a lone surrogate', 'a\ud800b', 'LONE_SURROGATE'],
    ['E-03 a surrogate pair the wrong way round', '\udc00\ud800', 'LONE_SURROGATE'],
    ['E-04 an escape', 'a\u001bb', 'CONTROL_CHARACTER'],
    ['E-04 a C1 control', 'a\u0085b', 'CONTROL_CHARACTER'],
    ['E-04 a line separator', 'a\u2028b', 'CONTROL_CHARACTER'],
    ['E-04 a right-to-left override', 'cv\u202Efdp.exe', 'BIDI_CONTROL'],
    ['E-04 an isolate', 'a\u2066b', 'BIDI_CONTROL'],
    ['E-04 a direction mark', 'a\u200fb', 'BIDI_CONTROL'],
    ['E-04 a zero-width space', 'a\u200bb', 'INVISIBLE_CHARACTER'],
    ['E-04 a joiner between Latin letters', 'a\u200db', 'INVISIBLE_CHARACTER'],
    ['E-04 a joiner at the start', '\u200ca', 'INVISIBLE_CHARACTER'],
    ['E-04 a tag character', 'a\u{e0041}', 'INVISIBLE_CHARACTER'],
    ['E-04 a combining joiner', 'a\u034fb', 'INVISIBLE_CHARACTER'],
    ['E-04 a filler that looks like nothing', '\u3164', 'INVISIBLE_CHARACTER'],
  ])('%s is refused, on one line or many', (_name, text, fault) => {
    expect(faultOfText(text, line)).toBe(fault);
    expect(faultOfText(text, essay)).toBe(fault);
  });

  test.each([
    '',
    'O’Brien',
    '李',
    'علی\u200cرضا',
    'क्\u200dष',
    '=HYPERLINK("x")',
    '<script>',
    '😀',
    '👩🏽\u200d🔬',
    '葛\u{e0100}城',
    'محمد',
  ])('%j is plain', (text) => {
    expect(faultOfText(text, line)).toBeNull();
  });

  test('line feeds and tabs belong in a text of several lines only', () => {
    expect(faultOfText('a\n\tb', essay)).toBeNull();
    expect(faultOfText('a\nb', line)).toBe('CONTROL_CHARACTER');
    expect(faultOfText('a\tb', line)).toBe('CONTROL_CHARACTER');
    expect(faultOfText('a\rb', essay)).toBe('CONTROL_CHARACTER');
  });
});

describe('length', () => {
  test('E-11 the limit counts code points, neither bytes nor code units', () => {
    expect(faultOfText('é'.repeat(3000), essay)).toBeNull();
    expect(faultOfText('😀'.repeat(3000), essay)).toBeNull();
    expect(faultOfText(`${'😀'.repeat(3000)}a`, essay)).toBe('TEXT_TOO_LONG');
    expect(faultOfText('x'.repeat(10_000), essay)).toBe('TEXT_TOO_LONG');
    expect(codePoints('a😀é')).toBe(3);
  });

  test('E-14 fifty thousand letters are read in a moment', () => {
    const started = process.cpuUsage();
    expect(faultOfText(`${'a'.repeat(50_000)}!`, { max: 60_000, multiline: true })).toBeNull();
    expect(process.cpuUsage(started).user).toBeLessThan(secondOfWork);
  });
});

describe('the stored form', () => {
  test('E-01 letters are composed, ends are trimmed, lines end in one way', () => {
    expect(normalText('  Nguye\u0302\u0303n\r\nTha\u0300nh\r ')).toBe('Nguyễn\nThành');
  });

  test('E-04 what pasting brings unseen goes, an override stays to be refused', () => {
    expect(normalText('\ufeffco\u00adopé\u200bration')).toBe('coopération');
    expect(normalText('a\u202Eb')).toBe('a\u202Eb');
  });

  test('a stored text is its own stored form', () => {
    for (const text of [' \u200b a ', 'e\u0301\r\r\n', 'x\ufeff ']) expect(normalText(normalText(text))).toBe(normalText(text));
  });
});
