import { createHash, randomBytes } from 'node:crypto';

/** A return path of one mail alone: whoever writes to it speaks of that mail. */
export interface ReturnPath {
  readonly address: string;
  /** All that is kept of its token. */
  readonly digest: Buffer;
}

const tokenBytes = 20;

/** A new return path below `retour@domain`: `retour+<160 random bits>@domain`, in letters no server changes the case of. */
export function newReturnPath(bounceAddress: string): ReturnPath {
  const token = randomBytes(tokenBytes).toString('hex');
  const [local, domain] = partsOf(bounceAddress);
  return { address: `${local}+${token}@${domain}`, digest: digestOfToken(token) };
}

/** The digest of the token in a return path of ours; null for every other address. */
export function digestOfReturnPath(address: string, bounceAddress: string): Buffer | null {
  const [local, domain] = partsOf(bounceAddress);
  const [given, host] = partsOf(address.toLowerCase());
  const token = /^[0-9a-f]{40}$/.exec(given.slice(local.length + 1))?.[0];
  const isOurs = host === domain && given.startsWith(`${local}+`);
  return isOurs && token !== undefined ? digestOfToken(token) : null;
}

const digestOfToken = (token: string) => createHash('sha256').update(token).digest();

function partsOf(address: string): readonly [string, string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
}
