import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** Types of ours, apart from what GraphQL itself brings. */
export const ownTypes = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

/** Everything without a description, and everything that may be null without a word of when. */
export const undescribed = (schema: GraphQLSchema): readonly string[] =>
  ownTypes(schema).flatMap((type) => [...faultOf(type.name, type.description), ...partsOf(type)]);

function partsOf(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().flatMap(({ name, description }) => faultOf(`${type.name}.${name}`, description));
  if (isObjectType(type) || isInterfaceType(type))
    return Object.values(type.getFields()).flatMap((field) => fieldFaults(type.name, field));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) => valueFaults(`${type.name}.${field.name}`, field));
  return [];
}

const fieldFaults = (type: string, field: GraphQLField<unknown, unknown>): readonly string[] => [
  ...valueFaults(`${type}.${field.name}`, field),
  ...field.args.flatMap((argument) => faultOf(`${type}.${field.name}(${argument.name})`, argument.description)),
];

type Described = GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument;

const valueFaults = (name: string, { type, description }: Described): readonly string[] => {
  const faults = faultOf(name, description);
  if (faults.length > 0 || isNonNullType(type) || /\bnull\b/i.test(description ?? '')) return faults;
  return [`${name} does not say when it is null`];
};

const faultOf = (name: string, description: string | null | undefined): readonly string[] =>
  (description ?? '').trim() === '' ? [`${name} is not described`] : [];

/** Connections, edges, mutations, payloads and inputs that are not of the contract's one shape. */
export const misshapen = (schema: GraphQLSchema): readonly string[] => [
  ...ownTypes(schema).flatMap((type) => (isObjectType(type) ? shapeFaults(type.name, signatureOf(type.getFields())) : [])),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => mutationFaults(field, schema)),
];

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;
const signatureOf = (fields: Fields) =>
  Object.values(fields)
    .map(({ name, type }) => `${name}: ${type}`)
    .toSorted()
    .join(', ');

/** The one list that is counted. */
const counted = 'CandidacyConnection';

function shapeFaults(name: string, signature: string): readonly string[] {
  const wanted = (shape: string) => (signature === shape ? [] : [`${name} is { ${signature} }, not { ${shape} }`]);
  const noun = name.replace(/(?:Connection|Edge)$/, '');
  if (name.endsWith('Connection'))
    return wanted(`edges: [${noun}Edge]!, pageInfo: PageInfo!${name === counted ? ', totalCount: Int' : ''}`);
  if (name.endsWith('Edge')) return wanted(`cursor: String!, node: ${noun}`);
  if (!name.endsWith('Payload')) return [];
  // The words of a key belong to no object: they are shown beside it, in the one answer that made them.
  const beside = name.endsWith('ApiKeyPayload') ? signature.replace('secret: String, ', '') : signature;
  const isPayload = /^(\w+: \[?\w+!?\]?, userErrors: \[UserError!\]!|userErrors: \[UserError!\]!, \w+: \w+)$/.test(beside);
  return isPayload ? [] : [`${name} is { ${signature} }, not one noun and userErrors`];
}

function mutationFaults({ name, args, type }: GraphQLField<unknown, unknown>, schema: GraphQLSchema): readonly string[] {
  const act = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const signature = `(${args.map((argument) => `${argument.name}: ${argument.type}`).join(', ')}): ${type}`;
  const shape = `(input: ${act}Input!): ${act}Payload!`;
  const input = schema.getType(`${act}Input`);
  const key = isInputObjectType(input) ? String(input.getFields()['idempotencyKey']?.type) : 'none';
  return [
    ...(signature === shape ? [] : [`${name}${signature}, not ${shape}`]),
    ...(key === 'String!' ? [] : [`${act}Input has no idempotencyKey: String!`]),
  ];
}
