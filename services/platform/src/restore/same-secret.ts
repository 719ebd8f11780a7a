import { createHash } from 'node:crypto';
import { sealKeyOf } from '@guichet/database/session/migrate';
import { Refused } from '../terminal/refused.ts';

/** Under another secret second factors and links would never open again; said before anything is done. */
export function refuseOtherDigest(sealDigest: string, secret: string): void {
  if (sealDigest === createHash('sha256').update(sealKeyOf(secret)).digest('hex')) return;
  throw new Refused([
    'This back-up was made under another secret; nothing was restored.',
    'Set GUICHET_SECRET to the one of then. Where none was set, it lies in the file "secret" of the former data folder: copy that file into the new one.',
  ]);
}
