import { encodeId } from '@guichet/gateway/connection/node-id';
import { bareSchema } from '@guichet/gateway/schema';
import { type GraphQLNamedType, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import type { CanaryWorld } from './canary-world.ts';

/** For each type that has an id, a document that asks for all of it, two steps deep. */
export async function nodeDocuments(): Promise<readonly string[]> {
  const schema = await bareSchema();
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'))
    .map((type) => `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on ${type.name} { ${selection(type, 2)} } } }`);
}

function selection(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter(({ args }) =>
    args.every((argument) => argument.defaultValue !== undefined),
  );
  const parts = fields.flatMap((field) => {
    const target = getNamedType(field.type);
    if (isLeafType(target)) return [field.name];
    return depth > 1 ? [`${field.name} { ${selection(target, depth - 1)} }`] : [];
  });
  return ['__typename', ...parts].join(' ');
}

const sources = {
  Candidacy: 'candidacy',
  Dossier: 'candidacy',
  Reading: 'candidacy',
  Application: 'application',
  Candidate: 'candidate',
  Choice: 'candidacy',
  Label: 'label',
  Note: 'note',
  View: 'saved_view',
  Membership: 'membership',
  Invitation: 'invitation',
  Administrator: 'consortium_right',
  ApiKey: 'api_key',
  Person: 'membership',
  AuditEntry: 'audit',
} as const;

/** Ids of everything private in the fixture, at most ten of a kind; some types share the uuid of what they show. */
export async function privateIds({ world }: CanaryWorld): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [type, table] of Object.entries(sources)) {
    const rows = await world.sql<{ id: string }>(`select id from app.${table} order by id limit 10`);
    ids.push(...rows.map(({ id }) => encodeId(type, id)));
  }
  return ids;
}
