import { type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { deny, rule, shield, allow as shieldAllows } from 'graphql-shield';
import { coverageFaults } from './coverage.ts';
import type { Permission, PermissionLines } from './permission.ts';
import type { Principal } from './principal-kinds.ts';
import { mayTouch } from './rule.ts';

type ShieldRule = ReturnType<ReturnType<typeof rule>> | typeof shieldAllows;

/** The schema with the permission table before every resolver; refuses to start when the two do not fit. */
export const shielded = (schema: GraphQLSchema, lines: PermissionLines): GraphQLSchema => {
  const faults = coverageFaults(schema, lines);
  if (faults.length > 0) throw new Error(`The permission table does not fit the schema: ${faults.join('; ')}`);
  const guard = shield(ruleTree(lines), { fallbackRule: deny, allowExternalErrors: true, debug: true });
  return withBareResolvers(applyMiddleware(schema, guard), schema, lines);
};

const ruleTree = (lines: PermissionLines): Record<string, Record<string, ShieldRule>> => {
  const rules = new Map<Permission, ShieldRule>([['allow', shieldAllows]]);
  const tree: Record<string, Record<string, ShieldRule>> = {};
  for (const [line, permission] of Object.entries(lines)) {
    const [type = '', field = ''] = line.split('.');
    const found = rules.get(permission) ?? ruleOf(permission);
    rules.set(permission, found);
    (tree[type] ??= {})[field] = found;
  }
  return tree;
};

// 'contextual' would answer the second alias from the first one's arguments: no cache at all.
const ruleOf = (permission: Permission): ShieldRule =>
  rule({ cache: 'no_cache' })((_parent: unknown, _args: unknown, context: Principal) => mayTouch(permission, context));

// A wrapped leaf costs more than its resolver; an open one needs no wrapping, and the fallback stays deny.
const withBareResolvers = (guarded: GraphQLSchema, bare: GraphQLSchema, lines: PermissionLines): GraphQLSchema => {
  for (const type of Object.values(guarded.getTypeMap())) {
    const original = bare.getType(type.name);
    if (!isObjectType(type) || !isObjectType(original) || type.name.startsWith('__')) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      if (lines[`${type.name}.${name}`] === 'allow') restore(field, original.getFields()[name]?.resolve);
    }
  }
  return guarded;
};

const restore = (field: { resolve?: unknown }, resolver: unknown): void => {
  if (resolver === undefined) delete field.resolve;
  else field.resolve = resolver;
};
