import type { PasswordFault } from '../password/password-rules.ts';

/** Why an account route refuses, with the status it answers by. */
export const refusalStatus = {
  BAD_USER_INPUT: 400,
  PASSWORD_REFUSED: 400,
  LINK_REFUSED: 400,
  INVALID_CREDENTIALS: 401,
  CODE_REFUSED: 401,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INVITATION_REFUSED: 403,
  FACTOR_IS_SET: 409,
  THROTTLED: 429,
} as const;
export type RefusalCode = keyof typeof refusalStatus;

/** Thrown where an account may not have what it asks for; answered in words by the routes. */
export class AccountRefusal extends Error {
  readonly code: RefusalCode;
  readonly retryAfter: number | null;
  readonly faults: readonly PasswordFault[];
  /** What was given, where the words that mend it are its own: an address, the password of somebody signed in, or the first code of a telephone, beside which no other code is there. */
  readonly about: 'ADDRESS' | 'PASSWORD' | 'FIRST_CODE' | null;

  constructor(code: RefusalCode, more: Partial<Pick<AccountRefusal, 'retryAfter' | 'faults' | 'about'>> = {}) {
    super(code);
    this.code = code;
    this.retryAfter = more.retryAfter ?? null;
    this.faults = more.faults ?? [];
    this.about = more.about ?? null;
  }
}
