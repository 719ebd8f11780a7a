/** Why the platform does not start; the words of the operator's terminal. */
export type SecretRefusal = 'SECRET_MISSING' | 'SECRET_TOO_SHORT' | 'SECRET_WELL_KNOWN' | 'URL_NOT_AN_ORIGIN' | 'URL_NOT_HTTPS';

export interface Place {
  readonly isProduction: boolean;
  /** The public origin, GUICHET_URL. */
  readonly url: string;
}

/** What the platform's secret or public address is refused for, or null. In production the address is https. */
export function refusalOfSecret(secret: string | undefined, place: Place): SecretRefusal | null {
  if (!secret) return 'SECRET_MISSING';
  if (Buffer.byteLength(secret) < 32) return 'SECRET_TOO_SHORT';
  if (isSample(secret) || (place.isProduction && isMonotonous(secret))) return 'SECRET_WELL_KNOWN';
  return refusalOfUrl(place);
}

function refusalOfUrl({ isProduction, url }: Place): SecretRefusal | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  if (!parsed || !isWeb || parsed.href !== `${parsed.origin}/`) return 'URL_NOT_AN_ORIGIN';
  return isProduction && parsed.protocol !== 'https:' ? 'URL_NOT_HTTPS' : null;
}

export const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** A secret copied from somebody's documentation. */
const isSample = (secret: string) =>
  /change.?(me|this|it)|your.{0,12}secret|better.?auth.?secret|secret.?key.?1234|development.?secret/i.test(secret);

/** A few signs, or one short piece over and over. */
const isMonotonous = (secret: string) => new Set(secret).size < 8 || /^(.{1,16})\1+$/.test(secret);
