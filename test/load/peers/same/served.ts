import { createServer, type IncomingMessage } from 'node:http';

/** What a peer over bare node:http answers: a path, whoever's cookie, and the body as it was sent; JSON text. */
export type Answering = (path: string, cookie: string | undefined, body: string) => Promise<string>;

/** Serves on a free port, and tells it. */
export function serve(answering: Answering): void {
  const server = createServer((request, response) => {
    const send = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
    bodyOf(request)
      .then((body) => answering(request.url ?? '', request.headers.cookie, body))
      .then(
        (json) => send(200, json),
        (error: unknown) => send(500, JSON.stringify({ errors: [{ message: String(error) }] })),
      );
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
  });
  process.on('disconnect', () => process.exit());
}

function bodyOf(request: IncomingMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => {
    body += text;
  });
  request.on('end', () => resolve(body)).on('error', reject);
  return promise;
}
