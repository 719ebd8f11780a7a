import { randomUUID } from 'node:crypto';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

/** Values known beforehand, by the argument's meaning. */
export interface Samples {
  readonly campaign: string;
}

const scalars: Readonly<Record<string, (samples: Samples) => unknown>> = {
  ID: ({ campaign }) => campaign,
  String: () => randomUUID(),
  Int: () => 1,
  Float: () => 1,
  Boolean: () => true,
  DateTime: () => '2027-03-01T09:00:00.000Z',
  Date: () => '2027-03-01',
  EmailAddress: () => 'somebody@example.org',
  URL: () => 'https://example.org/',
  Digest: () => 'a'.repeat(64),
};

/** A value a type takes: enough to be coerced and to reach the permission table, not to be right. */
export function sampleOf(type: GraphQLInputType, samples: Samples): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, samples);
  if (isListType(type)) return [sampleOf(type.ofType, samples)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalars[type.name]?.(samples) ?? 'sample';
  const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type, samples)]));
}
