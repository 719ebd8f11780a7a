import type { Statement } from '@guichet/database/session/connection/batch';
import { loginUrl } from '@guichet/database/session/migrate';
import { buildSchema, GraphQLObjectType, parse, validate } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { Pool } from 'pg';
import { dashboard } from './same/dashboard.sql.ts';
import { type Asked, type DraftRow, decided } from './same/decided.ts';
import { draft } from './same/draft.sql.ts';
import { page, placeOf } from './same/page.sql.ts';
import { type PageAsked, plainSchema } from './same/plain-schema.ts';
import { inOneBatch, scopeAs, sealAs } from './same/scope.ts';
import { serve } from './same/served.ts';
import { stepsOf } from './same/steps.sql.ts';
import { idleTimeoutMillis, peerPool, type Who, whoAsks } from './same/who.ts';

/**
 * The leanest GraphQL: node:http, documents compiled once, the limit's statements. Under the tenant's role and policies, by the product's own
 * scope. `BENCH_WALLS` leaves some away: SCOPE_ALONE reads past the policies, NONE with nothing set either.
 */
const { BENCH_OWNER = '', BENCH_SECRET = '', BENCH_WALLS = 'ALL' } = process.env;
const isWalled = BENCH_WALLS === 'ALL';
const pool = isWalled
  ? new Pool({ connectionString: loginUrl(BENCH_OWNER, 'app_login', BENCH_SECRET), max: 8, idleTimeoutMillis })
  : peerPool();

const scopeFor = (who: Who, role: 'app_candidate' | 'app_school') => (isWalled ? scopeAs(who, role) : sealAs(who));

const ask = <R>(who: Who, role: 'app_candidate' | 'app_school', statement: Statement) =>
  inOneBatch<R>(pool, BENCH_WALLS === 'NONE' ? [statement] : [scopeFor(who, role), statement]);

async function json(who: Who, role: 'app_candidate' | 'app_school', statement: Statement): Promise<unknown> {
  const [row] = await ask<{ json: string }>(who, role, statement);
  return JSON.parse(row?.json ?? 'null');
}

const roots = {
  Query: {
    candidacies: ({ campaign, state, after }: PageAsked, who: Who) =>
      json(who, 'app_school', {
        name: 'page',
        text: page,
        values: [who.school, campaign, state, ...placeOf(after), who.account],
      }),
    application: ({ campaign }: { campaign: string }, who: Who) =>
      json(who, 'app_candidate', { name: 'dashboard', text: dashboard, values: [who.candidate, campaign] }),
  },
  Mutation: {
    submit: async (asked: Asked, who: Who) => {
      const [row] = await ask<DraftRow>(who, 'app_candidate', {
        name: 'draft',
        text: draft,
        values: [who.candidate, asked.applicationId],
      });
      const made = decided(row, who.account, asked);
      // Policies look at rows that earlier statements wrote, so one statement cannot write them all; one round trip can.
      await inOneBatch(pool, [scopeFor(who, 'app_candidate'), ...stepsOf(made)]);
      return made.answer;
    },
  },
};

const schema = buildSchema(plainSchema);
for (const [name, fields] of Object.entries(roots)) {
  const type = schema.getType(name) as GraphQLObjectType<unknown, Who>;
  for (const [field, resolve] of Object.entries(fields)) {
    const definition = type.getFields()[field];
    if (definition) definition.resolve = (_source, given, who) => (resolve as (given: object, who: Who) => unknown)(given, who);
  }
}

const compiled = new Map<string, CompiledQuery>();

function compiledOf(text: string): CompiledQuery {
  const known = compiled.get(text);
  if (known) return known;
  const document = parse(text);
  const faults = validate(schema, document);
  const made = compileQuery(schema, document);
  if (faults.length > 0 || !isCompiledQuery(made)) throw new Error(`No such operation: ${JSON.stringify(faults)}`);
  compiled.set(text, made);
  return made;
}

serve(async (_path, cookie, body) => {
  const { query, variables } = JSON.parse(body) as { query: string; variables: object };
  const operation = compiledOf(query);
  const answer = await operation.query(undefined, await whoAsks(cookie), variables);
  return operation.stringify(answer);
});
