import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sealKeyOf } from '@guichet/database/session/migrate';
import { type Settings, secretOf } from '../settings.ts';
import { Refused } from '../terminal/refused.ts';

const wherefrom =
  'Set GUICHET_SECRET to the one of then. Where none was set, it lies in the file "secret" of the former data folder: copy that file into the new one.';

/** The secret given, or kept in the data folder; one made now would open no back-up, and would only lie in the way of the true one. */
export function secretOfThen(settings: Settings): string {
  const isMissing = settings.secret === null && !existsSync(join(settings.dataFolder, 'secret'));
  if (isMissing) throw new Refused(['There is no secret to restore with; nothing was restored.', wherefrom]);
  return secretOf(settings);
}

/** Under another secret second factors and links would never open again; said before anything is done. */
export function refuseOtherDigest(sealDigest: string, secret: string): void {
  if (sealDigest === createHash('sha256').update(sealKeyOf(secret)).digest('hex')) return;
  throw new Refused(['This back-up was made under another secret; nothing was restored.', wherefrom]);
}
