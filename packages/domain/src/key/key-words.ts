/** Where a key works: in production, or anywhere else (`gch_live_…`, `gch_test_…`). */
export type KeyKind = 'LIVE' | 'TEST';

const marks = { LIVE: 'gch_live_', TEST: 'gch_test_' } as const;

/** 32 bytes in base64url: 43 characters. */
const shape = /^gch_(?:live|test)_[A-Za-z0-9_-]{43}$/;

/** The words of a key: its kind's mark, then 32 random bytes in base64url, so that a scanner of secrets knows it by sight. */
export const keyWords = (kind: KeyKind, random: string): string => `${marks[kind]}${random}`;

/** Whether a text can be a key of a kind at all; letter case counts and no blank is passed over. */
export const isKeyOf = (kind: KeyKind, text: string): boolean => shape.test(text) && text.startsWith(marks[kind]);

/** What is shown of a key for support: the mark and eight of the 43 random characters, which leave 210 bits unknown. */
export const prefixOf = (words: string): string => words.slice(0, marks.LIVE.length + 8);
