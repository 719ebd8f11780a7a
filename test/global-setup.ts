import { startTestServer, type TestServer } from './world/server.ts';

declare global {
  var guichetTestServer: TestServer | undefined;
}

/** One PostgreSQL for the whole run; every file clones its own database from the template. */
export default async function setUp(): Promise<void> {
  // Whoever runs the tests again and again, with walls taken away, brings the server.
  if (process.env.GUICHET_TEST_ADMINISTRATOR !== undefined) return;
  const server = await startTestServer();
  globalThis.guichetTestServer = server;
  process.env.GUICHET_TEST_ADMINISTRATOR = server.administratorUrl;
  process.env.GUICHET_TEST_OWNER = server.ownerUrl;
}
