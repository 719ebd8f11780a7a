import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** What every answer carries, in the words of the library, asked for once: they are the same for every request. A page says its own policy over this one. */
export const safeHeaders: Readonly<Record<string, string>> = { ...wordsOfHelmet(), 'cache-control': 'no-store' };

function wordsOfHelmet(): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const answer = new ServerResponse(request);
  const contentSecurityPolicy = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };
  helmet({ contentSecurityPolicy })(request, answer, (error) => {
    if (error) throw new Error('The safe headers were not made', { cause: error });
  });
  return Object.fromEntries(Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]));
}
