import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

const iterations = 4096;

/** A password as PostgreSQL stores it (SCRAM-SHA-256, RFC 5803): the password itself never travels, nor stands in a server log. */
export function scramVerifier(password: string, salt: Buffer): string {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const keyFor = (name: string) => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(keyFor('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyFor('Server Key').toString('base64')}`;
}
