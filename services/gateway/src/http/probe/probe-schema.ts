import 'reflect-metadata';
import { GraphQLNonNull, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { connectionPermissions } from '../../connection/connection.type.ts';
import { pageInfoPermissions } from '../../connection/page-info.type.ts';
import { joinLines } from '../../permissions/coverage.ts';
import { allow, consortium, fieldsOf, person, schoolQueue } from '../../permissions/permission.ts';
import { shielded } from '../../permissions/shield.ts';
import { ProbeResolver } from './probe.resolver.ts';

/** The probe schema's permission table. */
export const probePermissions = joinLines(
  pageInfoPermissions,
  connectionPermissions('Probe', { isCounted: true }),
  fieldsOf('Probe', allow, ['id', 'name', 'itself', 'madeAt']),
  fieldsOf('Self', allow, ['isSelf']),
  fieldsOf('Query', allow, ['self', 'hello', 'probes', 'counted', 'nodes', 'probe', 'instant', 'failing']),
  { 'Query.secret': consortium, 'Query.queue': schoolQueue, 'Query.account': person },
  { 'Mutation.changeProbe': allow, 'Mutation.openProbe': consortium },
);

/** A small schema, built as the real one is, on which the frame of the gateway is proved. */
export const bareProbeSchema = (): GraphQLSchema => {
  const schema = buildSchemaSync({ resolvers: [ProbeResolver], validate: { forbidUnknownValues: false } });
  turnToItself(schema);
  return schema;
};

/** The probe schema behind its permission table. */
export const probeSchema = (): GraphQLSchema => shielded(bareProbeSchema(), probePermissions);

// `self: Query!`: the circle that fragment bombs turn in.
const turnToItself = (schema: GraphQLSchema): void => {
  const query = schema.getQueryType();
  const field = query?.getFields()['self'];
  if (query instanceof GraphQLObjectType && field !== undefined) field.type = new GraphQLNonNull(query);
};
