import { commonPasswords } from './common-passwords.ts';
import { normalised } from './password-hash.ts';

/** Why a password is not taken, in the order a person should read it. */
export type PasswordFault = 'TOO_SHORT' | 'TOO_LONG' | 'UNREADABLE_SIGN' | 'EQUALS_EMAIL' | 'TOO_COMMON';

/** Length in code points once normalised: twelve as the CNIL advises, 128 so that nobody sends a book. */
export const passwordLength = { min: 12, max: 128 } as const;

/** Every objection to a password at once; spaces and any script are welcome, nothing is cut. */
export function faultsOfPassword(password: string, email: string): PasswordFault[] {
  const text = normalised(password);
  const length = [...text].length;
  const faults: PasswordFault[] = [];
  if (length < passwordLength.min) faults.push('TOO_SHORT');
  if (length > passwordLength.max) faults.push('TOO_LONG');
  if (/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text)) faults.push('UNREADABLE_SIGN');
  if (isAddress(text, email)) faults.push('EQUALS_EMAIL');
  if (isCommon(text)) faults.push('TOO_COMMON');
  return faults;
}

function isAddress(text: string, email: string): boolean {
  const plain = text.trim().toLowerCase();
  const [local = ''] = email.split('@');
  return plain === email || plain === local || (local.length >= 3 && undressed(plain) === undressed(local));
}

/** A common word dressed with digits and signs, one short piece over and over, or a walk along the keyboard. */
function isCommon(text: string): boolean {
  const plain = text.trim().toLowerCase();
  const bases = [plain, undressed(plain), undressed(withoutDisguise(plain))];
  return bases.some((base) => commonPasswords.has(base)) || /^(.{1,6})\1+.{0,2}$/u.test(plain) || isWalk(plain);
}

const undressed = (plain: string) => plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
const withoutDisguise = (plain: string) =>
  plain.replace(/[013457@$]+(?=.*\p{L})/gu, (run) => [...run].map((sign) => disguises[sign]).join(''));

const walks = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'azertyuiopqsdfghjklmwxcvbn', 'qwertyuiopasdfghjklzxcvbnm'];
const isWalk = (plain: string) => walks.some((walk) => walk.includes(plain) || [...walk].toReversed().join('').includes(plain));
