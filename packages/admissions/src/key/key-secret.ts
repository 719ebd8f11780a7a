import { createHash, randomBytes } from 'node:crypto';
import type { Work } from '@guichet/database/session/work';
import { type KeyKind, keyWords, prefixOf } from '@guichet/domain/key/key-words';
import { sql } from 'kysely';

/** Lower-case hexadecimal SHA-256 of a key's words: what is stored and presented, never the words. */
export const keyDigest = (words: string): string => createHash('sha256').update(words).digest('hex');

/** Makes the words of a key and stores their digest; the words leave with the answer and exist nowhere else. */
export async function newSecret({ db, hat, asOf }: Work, keyId: string, kind: KeyKind): Promise<string> {
  const words = keyWords(kind, randomBytes(32).toString('base64url'));
  await sql`insert into app.api_key_secret (school_id, id, key_id, digest, prefix, at, ends_at)
    values (${hat.school}, ${crypto.randomUUID()}, ${keyId}, decode(${keyDigest(words)}, 'hex'), ${prefixOf(words)},
      ${asOf.toString()}, null)`.execute(db);
  return words;
}
