/** The server goes with its folder. */
export default async function tearDown(): Promise<void> {
  await globalThis.guichetTestServer?.stop();
}
