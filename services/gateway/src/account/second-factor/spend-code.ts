import type { AccountParts } from '../account-parts.ts';
import { AccountRefusal } from '../refusal/refusal.ts';
import { plainBackupCode, plainTimeCode } from './backup-code.ts';
import { factorOf, spendBackupCode, spendStep } from './factor-rows.ts';
import { stepOfCode } from './time-code.ts';

/** Whose code, typed by whom. */
export interface CodeGiven {
  readonly accountId: string;
  readonly email: string;
  /** Six digits, or a backup code. */
  readonly code: string;
  /** The caller's network address. */
  readonly address: string;
}

/** One evaluation of a code, counted before it happens; of equal codes sent at the same moment one alone is taken. */
export async function spendCode(parts: AccountParts, { accountId, email, code, address }: CodeGiven): Promise<void> {
  const attempt = await parts.attempts.code(email, address);
  if (!(await isTaken(parts, accountId, code))) throw new AccountRefusal('CODE_REFUSED');
  await attempt.forgive();
}

async function isTaken(parts: AccountParts, accountId: string, typed: string): Promise<boolean> {
  const backup = plainBackupCode(typed);
  if (backup !== null) return spendBackupCode(parts, accountId, backup);
  const code = plainTimeCode(typed);
  const factor = code === null ? null : await factorOf(parts, accountId);
  if (code === null || !factor?.isConfirmed) return false;
  const step = stepOfCode(factor.bytes, code, factor.readAt);
  return step !== null && (await spendStep(parts, accountId, { factor, step }));
}
