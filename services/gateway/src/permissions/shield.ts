import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { deny, rule, shield, allow as shieldAllows } from 'graphql-shield';
import { isWithoutInfo, withoutInfo } from '../connection/without-info.ts';
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

/**
 * Below the roots a page has hundreds of fields, and a wrapping that waits costs each of them more than its resolver: an open one needs
 * none, a ruled one asks the same rule without waiting. The fallback stays deny, and the table names every field.
 */
const withBareResolvers = (guarded: GraphQLSchema, bare: GraphQLSchema, lines: PermissionLines): GraphQLSchema => {
  const roots = new Set([guarded.getQueryType()?.name, guarded.getMutationType()?.name]);
  for (const type of Object.values(guarded.getTypeMap())) {
    const original = bare.getType(type.name);
    if (!isObjectType(type) || !isObjectType(original) || type.name.startsWith('__')) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const permission = lines[`${type.name}.${name}`];
      const resolver = original.getFields()[name]?.resolve;
      if (permission === 'allow') restore(field, resolver);
      else if (permission !== undefined && !roots.has(type.name)) field.resolve = asked(permission, name, resolver);
    }
  }
  return guarded;
};

type Resolver = GraphQLFieldResolver<unknown, Principal>;
type Arguments = Parameters<Resolver>[1];

const restore = (field: { resolve?: unknown }, resolver: Resolver | undefined): void => {
  if (resolver === undefined) delete field.resolve;
  else field.resolve = resolver;
};

const asked = (permission: Permission, name: string, resolver: Resolver | undefined): Resolver => {
  const bare = resolver ?? withoutInfo((source: unknown) => valueOf(source, name));
  if (isWithoutInfo(bare))
    return withoutInfo((source: unknown, args: Arguments, context: Principal) => {
      hold(permission, context);
      return bare(source, args, context);
    });
  return (source, ...given) => {
    hold(permission, given[1]);
    return bare(source, ...given);
  };
};

const hold = (permission: Permission, principal: Principal): void => {
  const verdict = mayTouch(permission, principal);
  if (verdict !== true) throw verdict;
};

const valueOf = (source: unknown, name: string): unknown => (source as Readonly<Record<string, unknown>>)[name];
