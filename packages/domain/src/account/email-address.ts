const longestAddress = 254; // RFC 5321, path without its brackets
const longestLocalPart = 64;

/** Why an address is refused; a name with other letters than ASCII must be given as its owner's provider writes it (`xn--…`). */
export type EmailFault = 'EMAIL_NOT_VALID' | 'EMAIL_NOT_ASCII';

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one form under which an e-mail address is compared, stored and written to: lower case whole, spaces at the ends off, a plus part
 * kept; null when it is no address of an ordinary mailbox (RFC 5321 without quotes, literals and comments).
 */
export const canonicalEmail = (text: string): string | null => (faultOfEmail(text) ? null : lowered(text));

/** What is wrong with an address, or null; nothing that could end a header line passes. */
export function faultOfEmail(text: string): EmailFault | null {
  const address = lowered(text);
  if (address.length > longestAddress) return 'EMAIL_NOT_VALID';
  if (!/^\p{ASCII}*$/u.test(address)) return address.isWellFormed() ? 'EMAIL_NOT_ASCII' : 'EMAIL_NOT_VALID';
  const [local = '', domain = '', ...more] = address.split('@');
  const isValid = more.length === 0 && local.length <= longestLocalPart && localPart.test(local) && isDomain(domain);
  return isValid ? null : 'EMAIL_NOT_VALID';
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length >= 2 && labels.every((label) => domainLabel.test(label)) && /[a-z]/.test(last);
}

/** Only ASCII letters: the Kelvin sign would become a k. */
const lowered = (text: string) => text.replace(/^ +| +$/g, '').replace(/[A-Z]/g, (capital) => capital.toLowerCase());
