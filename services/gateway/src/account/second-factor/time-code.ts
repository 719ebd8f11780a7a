import { randomBytes } from 'node:crypto';
import { codeSeconds, codeWindow } from '@guichet/domain/account/second-factor';
import { Secret, TOTP } from 'otpauth';

/** Bytes a new factor is made of: as many as the digest they are hashed by (RFC 4226, 4). */
export const newFactor = (): Buffer => randomBytes(20);

const asSecret = (bytes: Uint8Array) => new Secret({ buffer: Uint8Array.from(bytes).buffer });

const timeCode = (bytes: Uint8Array, label = '') =>
  new TOTP({ issuer: 'Guichet', label, algorithm: 'SHA1', digits: 6, period: codeSeconds, secret: asSecret(bytes) });

/** Which half minute a code stands for, among the present one and its neighbours; null for a wrong code. */
export function stepOfCode(bytes: Uint8Array, code: string, at: Temporal.Instant): number | null {
  const delta = timeCode(bytes).validate({ token: code, timestamp: at.epochMilliseconds, window: codeWindow });
  return delta === null ? null : Math.floor(at.epochMilliseconds / (codeSeconds * 1000)) + delta;
}

/** The code of an instant, as an application on a telephone would show it. */
export const codeAt = (base32: string, at: Temporal.Instant): string =>
  timeCode(new Uint8Array(Secret.fromBase32(base32).buffer)).generate({ timestamp: at.epochMilliseconds });

/** A factor as it is typed, and as the address that a telephone reads from a drawing. */
export const factorTexts = (bytes: Uint8Array, email: string): { base32: string; uri: string } => ({
  base32: asSecret(bytes).base32,
  uri: timeCode(bytes, email).toString(),
});
