import { randomUUID } from 'node:crypto';
import { readId } from '@guichet/gateway/connection/node-id';
import type { ExampleOperation } from '@guichet/gateway/http/query-page/example-operations';
import { type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { IdKind, KnownIds } from './known-ids.ts';
import type { Principal } from './principal.ts';
import { typeNamed } from './type-named.ts';

/** What a filling needs to know. */
export interface Filling {
  readonly schema: GraphQLSchema;
  readonly ids: KnownIds;
  readonly kind: IdKind;
  readonly principal: Principal;
  /** Words of the fixture that are no ids: slugs, names, digests. */
  readonly words: Readonly<Record<string, unknown>>;
  /** The version of a row now; 1 when there is none. */
  readonly versionOf: (type: string, uuid: string) => Promise<number>;
}

const placeholders = /"\{\{(\w+)\}\}"/g;
const noun = (placeholder: string) => placeholder.replace(/^(?:draft|other|third|second)(?=[A-Z])/, '').replace(/Version$/, '');

/** An example's variables with ids of one kind; null when the fixture holds no such id. */
export async function filled(text: string, filling: Filling): Promise<Readonly<Record<string, unknown>> | null> {
  const chosen = new Map<string, unknown>();
  for (const [, name = ''] of text.matchAll(placeholders)) {
    const value = chosen.has(name) ? chosen.get(name) : await valueOf(name, chosen, filling);
    if (value === null || value === undefined) return null;
    chosen.set(name, value);
  }
  return JSON.parse(
    text.replaceAll(placeholders, (_, name: string) => JSON.stringify(name === 'key' ? randomUUID() : chosen.get(name))),
  );
}

async function valueOf(name: string, chosen: ReadonlyMap<string, unknown>, filling: Filling): Promise<unknown> {
  const { schema, ids, kind, principal, words, versionOf } = filling;
  if (name === 'key') return randomUUID();
  if (name in words) return words[name];
  const type = typeNamed(schema, noun(name));
  if (type === null) return name.endsWith('Digest') ? 'a'.repeat(64) : null;
  if (!name.endsWith('Version')) return ids.of(type, ids.isPublic(type) ? 'own' : kind, principal);
  const id = chosen.get(name.replace(/Version$/, ''));
  const read = typeof id === 'string' ? readId(id) : null;
  return read === null ? 1 : versionOf(type, read.uuid);
}

/** Whether an example takes an id that not everybody knows. */
export const exampleTakesPrivateId = ({ variables }: ExampleOperation, schema: GraphQLSchema, ids: KnownIds): boolean =>
  [...variables.matchAll(placeholders)].some(([, name = '']) => {
    const type = typeNamed(schema, noun(name));
    return type !== null && !name.endsWith('Version') && !ids.isPublic(type);
  });

/** The values of a root field's arguments as the examples give them, still with their placeholders: by `field.argument`. */
export function exampleArguments(examples: readonly ExampleOperation[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { query, variables } of examples) {
    const given = JSON.parse(variables) as Record<string, unknown>;
    for (const field of rootFields(query)) {
      for (const { name, value } of field.arguments ?? []) {
        if (value.kind === Kind.VARIABLE && value.name.value in given) {
          found.set(`${field.name.value}.${name.value}`, JSON.stringify(given[value.name.value]));
        }
      }
    }
  }
  return found;
}

/** Fields of the operation and of the desks right below it, where arguments stand. */
function rootFields(query: string): readonly FieldNode[] {
  const operation = parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const top = (operation?.selectionSet.selections ?? []).filter((node): node is FieldNode => node.kind === Kind.FIELD);
  const below = top.flatMap(({ selectionSet }) => (selectionSet?.selections ?? []).filter((node) => node.kind === Kind.FIELD));
  return [...top, ...below];
}
