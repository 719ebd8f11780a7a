import { renderSVG } from 'uqr';
import { type AccountParts, queueMail } from '../account-parts.ts';
import { provePassword } from '../password/prove-password.ts';
import { AccountRefusal } from '../refusal/refusal.ts';
import type { Session } from '../session-of.ts';
import { newBackupCodes, plainTimeCode } from './backup-code.ts';
import { confirmFactor, deleteFactor, factorOf, replaceBackupCodes, writeFactor } from './factor-rows.ts';
import { spendCode } from './spend-code.ts';
import { factorTexts, newFactor, stepOfCode } from './time-code.ts';

/** What a telephone is given: the same secret to be typed, to be followed, and to be photographed. */
export interface OfferedFactor {
  readonly base32: string;
  readonly uri: string;
  /** A QR code, as SVG. */
  readonly drawing: string;
}

interface Proof {
  readonly password: string;
  readonly address: string;
}

/** Offers a new factor to whoever knows the password; it counts once a code of it was shown. */
export async function offerFactor(parts: AccountParts, session: Session, proof: Proof): Promise<OfferedFactor> {
  await provePassword(parts, session, proof);
  const bytes = newFactor();
  if (!(await writeFactor(parts, session.accountId, bytes))) throw new AccountRefusal('FACTOR_IS_SET');
  const texts = factorTexts(bytes, session.email);
  return { ...texts, drawing: renderSVG(texts.uri, { border: 2 }) };
}

/** What a first right code answers: the backup codes, shown this once, and a session that was opened with the factor. */
export interface ConfirmedFactor {
  readonly backupCodes: readonly string[];
  readonly token: string;
}

/** Makes the offered factor count; every other session ends. */
export async function confirmOffered(
  parts: AccountParts,
  session: Session,
  { code, address }: { code: string; address: string },
): Promise<ConfirmedFactor> {
  const attempt = await parts.attempts.code(session.email, address);
  const factor = await factorOf(parts, session.accountId);
  if (!factor) throw new AccountRefusal('CODE_REFUSED', { about: 'FIRST_CODE' });
  if (factor.isConfirmed) throw new AccountRefusal('FACTOR_IS_SET');
  const step = stepOfCode(factor.bytes, plainTimeCode(code) ?? '', factor.readAt);
  const backupCodes = newBackupCodes();
  if (step === null || !(await confirmFactor(parts, session.accountId, { factor, step, codes: backupCodes })))
    throw new AccountRefusal('CODE_REFUSED', { about: 'FIRST_CODE' });
  await attempt.forgive();
  await tell(parts, session, 'SECOND_FACTOR_ON');
  return { backupCodes, token: await goOn(parts, session, { isProvenNow: true }) };
}

/** New backup codes for whoever knows the password and holds the factor; the former ones are void. */
export async function renewBackupCodes(
  parts: AccountParts,
  session: Session,
  proof: Proof & { code: string },
): Promise<readonly string[]> {
  await proveBoth(parts, session, proof);
  const codes = newBackupCodes();
  await replaceBackupCodes(parts, session.accountId, codes);
  await tell(parts, session, 'BACKUP_CODES_RENEWED');
  return codes;
}

/** Takes the factor away from whoever knows the password and holds it; answers the token of a new session, the others end. */
export async function switchOff(parts: AccountParts, session: Session, proof: Proof & { code: string }): Promise<string> {
  await proveBoth(parts, session, proof);
  await deleteFactor(parts, session.accountId);
  await tell(parts, session, 'SECOND_FACTOR_OFF');
  return goOn(parts, session, { isProvenNow: false });
}

/** The token of the session that goes on; none where it has ended meanwhile. */
async function goOn({ sessions }: AccountParts, session: Session, shown: { readonly isProvenNow: boolean }): Promise<string> {
  const renewed = await sessions.renew(session, shown);
  if (renewed === null) throw new AccountRefusal('UNAUTHENTICATED');
  return renewed.token;
}

async function proveBoth(parts: AccountParts, session: Session, { code, ...proof }: Proof & { code: string }): Promise<void> {
  await provePassword(parts, session, proof);
  const { accountId, email } = session;
  await spendCode(parts, { accountId, email, code, address: proof.address });
}

const tell = (
  parts: AccountParts,
  { email, locale }: Session,
  kind: 'SECOND_FACTOR_ON' | 'SECOND_FACTOR_OFF' | 'BACKUP_CODES_RENEWED',
) => queueMail(parts, { recipient: email, kind, locale, token: null });
