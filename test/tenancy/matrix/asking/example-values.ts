import { randomUUID } from 'node:crypto';
import { readId } from '@guichet/gateway/connection/node-id';
import type { ExampleOperation } from '@guichet/gateway/http/query-page/example-operations';
import { type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { LastTold } from './heard.ts';
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
  /** What this principal's acts are best about, by placeholder: each finds what it needs. */
  readonly picked?: Readonly<Record<string, unknown>>;
  /** Versions and digests that were told. */
  readonly told?: LastTold;
  /** The version of a row now; null when there is none. */
  readonly versionOf: (type: string, uuid: string) => Promise<number | null>;
}

/** In place of an id: the one told last of its type. */
export const newest = Symbol('the newest id told');

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
  const { schema, ids, kind, principal, words, picked = {} } = filling;
  if (name === 'key') return randomUUID();
  if (kind === 'own' && name in picked) return picked[name] === newest ? newestOf(name, filling) : picked[name];
  if (name in words && (kind === 'own' || !isPrivate(name, filling))) return words[name];
  if (name.endsWith('Version')) return versionNow(name, chosen.get(name.replace(/Version$/, '')), filling);
  if (name.endsWith('Digest')) return lastTold(name, filling) ?? 'a'.repeat(64);
  const type = typeNamed(schema, noun(name));
  return type === null ? null : ids.of(type, ids.isPublic(type) ? 'own' : kind, principal);
}

/** Whether a placeholder stands for the id of something that not everybody knows. */
function isPrivate(name: string, { schema, ids }: Pick<Filling, 'schema' | 'ids'>): boolean {
  const type = name.endsWith('Version') ? null : typeNamed(schema, noun(name));
  return type !== null && !ids.isPublic(type);
}

function newestOf(name: string, { schema, ids, principal }: Filling): unknown {
  const type = typeNamed(schema, noun(name));
  return type === null ? null : ids.idsOf(type, principal).at(-1);
}

/** Of the row whose id stands in the same input, as it is now; else as it was told last. */
async function versionNow(name: string, id: unknown, filling: Filling): Promise<unknown> {
  const found = typeof id === 'string' ? readId(id) : null;
  const version = found === null ? null : await filling.versionOf(found.type, found.uuid);
  return version ?? lastTold(name, filling) ?? 1;
}

/** `noticeDraftDigest` is the digest of a NoticeDraft, `statementDigest` a field of that name. */
function lastTold(name: string, { told, principal }: Filling): unknown {
  const wanted = [name, name.replace(/(?=Version$|Digest$)/, '.')].map((each) => each.toLowerCase());
  const paths = [...(told?.get(principal) ?? [])];
  return paths.find(([path]) =>
    wanted.some((each) => path.toLowerCase() === each || path.toLowerCase().endsWith(`.${each}`)),
  )?.[1];
}

/** Whether an example takes an id that not everybody knows. */
export const exampleTakesPrivateId = ({ variables }: ExampleOperation, schema: GraphQLSchema, ids: KnownIds): boolean =>
  [...variables.matchAll(placeholders)].some(([, name = '']) => isPrivate(name, { schema, ids }));

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
