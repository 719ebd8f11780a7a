import 'reflect-metadata';
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { poolOf } from '@guichet/database/session/connection/pool-of';
import { createOrm } from '@guichet/database/session/orm';
import express from 'express';
import { applyMiddleware } from 'graphql-middleware';
import { allow, rule, shield } from 'graphql-shield';
import { buildSchema } from 'type-graphql';
import { whoAsks } from '../same/who.ts';
import { Asking } from './asking.ts';
import { ApplicationResolver, CandidacyResolver } from './resolvers.ts';

/** The same libraries as ours as their first pages show them: entities on reads, the express adapter, shield on every field, default plugins. */
const orm = await createOrm({ url: process.env['BENCH_PEER'] ?? '', connections: 8 });
// Waits for a connection as long as it takes, as pg does by itself.
const { options } = await poolOf(orm);
options.connectionTimeoutMillis = 0;
const isSomebody = rule({ cache: 'contextual' })((_parent, _given, { who }: Asking) => who.account !== '');
const permissions = shield(
  { Query: { '*': isSomebody }, Mutation: { '*': isSomebody } },
  { fallbackRule: allow, allowExternalErrors: true },
);
const schema = applyMiddleware(
  await buildSchema({ resolvers: [CandidacyResolver, ApplicationResolver], validate: false }),
  permissions,
);
const apollo = new ApolloServer<Asking>({ schema });
await apollo.start();
const app = express();
app.use(
  '/graphql',
  express.json(),
  expressMiddleware(apollo, { context: async ({ req }) => new Asking(orm, await whoAsks(req.headers.cookie)) }) as never,
);
const server = createServer(app as never);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());
