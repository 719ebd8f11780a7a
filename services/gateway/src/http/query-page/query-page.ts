import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { exampleOperations } from './example-operations.ts';
import { queryPageHtml, queryPageStyle } from './page-parts.ts';
import { queryPageScript } from './page-script.ts';

const require = createRequire(import.meta.url);
const fileOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

const files = {
  'graphiql.min.js': fileOf('graphiql', 'graphiql.min.js'),
  'graphiql.min.css': fileOf('graphiql', 'graphiql.min.css'),
  'react.production.min.js': fileOf('react', 'umd/react.production.min.js'),
  'react-dom.production.min.js': fileOf('react-dom', 'umd/react-dom.production.min.js'),
} as const;

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** The page for queries at `/graphiql`, while developing alone: everything from packages, nothing from elsewhere, with the examples. */
export const queryPage = (app: FastifyInstance, operationsFolder: string | undefined): void => {
  const serve = (path: string, type: string, content: () => string) =>
    app.get(`/graphiql${path}`, async (_request, reply) =>
      reply.header('content-security-policy', policy).type(`${type}; charset=utf-8`).send(content()),
    );
  // Whoever follows the address that the terminal prints finds something to begin with.
  app.get('/', (_request, reply) => reply.redirect('/graphiql'));
  serve('', 'text/html', () => queryPageHtml);
  serve('/page.js', 'text/javascript', () => queryPageScript);
  serve('/page.css', 'text/css', () => queryPageStyle);
  serve('/operations.json', 'application/json', () =>
    JSON.stringify(operationsFolder === undefined ? [] : exampleOperations(operationsFolder)),
  );
  for (const [name, file] of Object.entries(files)) {
    serve(`/${name}`, name.endsWith('.css') ? 'text/css' : 'text/javascript', () => readFileSync(file, 'utf8'));
  }
};
