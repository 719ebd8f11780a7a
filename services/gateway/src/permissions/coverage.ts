import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import type { PermissionLines } from './permission.ts';

/** Every `Type.field` of the schema that needs a line: those of object types, since rules on interfaces would be ignored. */
export const guardedFields = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []))
    .toSorted();

/** What keeps the table and the schema from fitting: fields without a line, lines without a field. */
export const coverageFaults = (schema: GraphQLSchema, lines: PermissionLines): readonly string[] => {
  const fields = new Set(guardedFields(schema));
  const withoutLine = [...fields].filter((field) => !Object.hasOwn(lines, field));
  const withoutField = Object.keys(lines).filter((line) => !fields.has(line));
  return [...withoutLine.map((each) => `${each} has no permission`), ...withoutField.map((each) => `${each} is no field`)];
};

/** Joins the slices' lines into the one table; a field has one line, in one place. */
export const joinLines = (...parts: readonly PermissionLines[]): PermissionLines => {
  const all = parts.flatMap((part) => Object.entries(part));
  const twice = all.map(([field]) => field).filter((field, at, fields) => fields.indexOf(field) !== at);
  if (twice.length > 0) throw new Error(`Two permissions for one field: ${twice.join(', ')}`);
  return Object.fromEntries(all) as PermissionLines;
};
