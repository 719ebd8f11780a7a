import { createServer } from 'node:http';
import { Pool } from 'pg';
import { postgraphile } from 'postgraphile';
import { sideEffectWithPgClientTransaction } from 'postgraphile/@dataplan/pg';
import { makePgService } from 'postgraphile/adaptors/pg';
import { context, object } from 'postgraphile/grafast';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { extendSchema, gql } from 'postgraphile/utils';
import type { Asked } from './same/decided.ts';
import { submittedOn } from './same/submitted.ts';
import { idleTimeoutMillis, type Who, whoAsks } from './same/who.ts';

/** PostGraphile 5 on its Amber preset, `explain` off, the schema read from the product's own tables. */
const pool = new Pool({ connectionString: process.env['BENCH_PEER'] ?? '', max: 8, idleTimeoutMillis });

const submission = extendSchema((build) => {
  const executor = (build.input.pgRegistry.pgExecutors as Record<string, never>)['main'] as never;
  return {
    typeDefs: gql`
      extend type Mutation { submit(applicationId: UUID!, expectedVersion: Int!, idempotencyKey: String!, statementDigest: String!): SubmittedPayload }
      type SubmittedPayload { application: SubmittedApplication userErrors: [SubmissionError!]! }
      type SubmittedApplication { id: String! state: String! choices: [SubmittedChoice!]! }
      type SubmittedChoice { state: String! school: SubmittedSchool! }
      type SubmittedSchool { name: String! }
      type SubmissionError { code: String! }
    `,
    objects: {
      Mutation: {
        plans: {
          submit(_root: unknown, args: { getRaw(name: string): never }) {
            const names = ['applicationId', 'expectedVersion', 'idempotencyKey', 'statementDigest'];
            const asked = object(Object.fromEntries(names.map((name) => [name, args.getRaw(name)])));
            const given = object({ asked, who: context().get('who') } as never);
            return sideEffectWithPgClientTransaction(
              executor,
              given as never,
              (client: never, { asked, who }: { asked: Asked; who: Who }) => submittedOn(client, who, asked),
            );
          },
        },
      },
    },
  } as never;
});

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [submission],
  pgServices: [makePgService({ pool, schemas: ['app', 'peer'] })],
  grafast: {
    explain: false,
    context: async ({ node }: { node?: { req: { headers: { cookie?: string } } } }) => ({
      who: await whoAsks(node?.req.headers.cookie),
    }),
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
};

const instance = postgraphile(preset as never);
if (process.env['BENCH_PRINT']) {
  const { printSchema } = await import('postgraphile/graphql');
  process.stdout.write(printSchema((await instance.getSchema()) as never));
  process.exit();
}
const server = createServer();
await instance.createServ(grafserv as never).addTo(server as never);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());
