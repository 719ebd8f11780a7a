import { canonicalJson, type Json } from './canonical-json.ts';

interface Digests {
  digest(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}
declare const crypto: { readonly subtle: Digests };

/** What was sealed, when (an instant given by the caller, ISO 8601) and with which engine. */
export interface Seal {
  readonly sha256: string;
  readonly at: string;
  readonly engine: string;
}

/** Seals a value: the SHA-256 of its canonical bytes, lower-case hex. */
export const seal = async (value: Json, at: string, engine: string): Promise<Seal> => ({
  sha256: await digestOf(value),
  at,
  engine,
});

/** SHA-256 of the canonical bytes, lower-case hex. */
export const digestOf = async (value: Json): Promise<string> => hex(await crypto.subtle.digest('SHA-256', canonicalJson(value)));

/** Bytes as lower-case hex. */
export const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
