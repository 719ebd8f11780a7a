// Of these signs, and of no others below 128, both alphabets of base64 write the same.
const plain = /^[ -=@-}]*$/;

/** base64url of a text in UTF-8, without padding. Ids and cursors are plain signs, hundreds a page, and need no buffer. */
export const base64url = (text: string): string =>
  plain.test(text) ? plainBase64url(text) : Buffer.from(text).toString('base64url');

/** The same of a text known to be of plain signs. */
export function plainBase64url(text: string): string {
  const padded = btoa(text);
  const end = padded.indexOf('=');
  return end === -1 ? padded : padded.slice(0, end);
}
