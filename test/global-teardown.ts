import { readFileSync } from 'node:fs';
import { secretIn } from './world/server-log.ts';

/** The server goes with its folder; not before what it logged in the whole run was searched for what no log may hold. */
export default async function tearDown(): Promise<void> {
  const server = globalThis.guichetTestServer;
  if (server === undefined) return;
  const found = secretIn(readFileSync(server.logFile, 'utf8'));
  await server.stop();
  if (found !== null) throw new Error(`I-10 the server's log of the whole run holds ${found.slice(0, 6)}…`);
}
