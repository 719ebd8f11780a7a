import { readFileSync } from 'node:fs';

/** All that the server of the tests has logged since it started, whichever test made it. */
export async function serverLog(ask: (text: string) => Promise<readonly { readonly file: string }[]>): Promise<string> {
  const [row] = await ask(`select current_setting('guichet.log_file') as file`);
  return readFileSync(row?.file ?? '', 'utf8');
}

/** What no log may hold, whoever it belongs to: words of the fixtures, words of the fuzzer, session cookies, keys. */
const secrets = /kny[a-z]{12}|\bzq[a-z]{10}|[A-Za-z0-9]{32}\.[A-Za-z0-9_-]{43}|gch_(?:live|test)_[A-Za-z0-9_-]{8}/i;

/** The first thing in a log that it may not hold; null when there is none. */
export const secretIn = (log: string): string | null => secrets.exec(log)?.[0] ?? null;
