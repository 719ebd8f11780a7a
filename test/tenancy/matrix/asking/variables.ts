import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Asked, Slot } from './documents.ts';
import { type Filling, filled } from './example-values.ts';
import type { KnownIds } from './known-ids.ts';
import { typeNamed } from './type-named.ts';

/** Which type's id an argument takes: of its own name (`campaignId`), or of whatever is asked for behind the field. */
export function idTypeOf(schema: GraphQLSchema, { argument, field, target, type }: Slot): string | null {
  if (!/\bID\b/.test(type)) return null;
  if (argument !== 'id' && argument !== 'ids') return typeNamed(schema, argument);
  // A face of something bears the id of what it shows: the set-up of a campaign is asked for by the campaign's.
  const shown = schema.getType(target);
  const isNode = isObjectType(shown) && shown.getInterfaces().some(({ name }) => name === 'Node');
  return isNode ? target : typeNamed(schema, field);
}

/** Values of a document's variables with ids of one kind; null when the fixture holds no such id. */
export async function variablesOf(
  asked: Asked,
  filling: Filling,
  given: ReadonlyMap<string, string>,
): Promise<Readonly<Record<string, unknown>> | null> {
  const values: Record<string, unknown> = {};
  for (const slot of asked.slots) {
    const value = await valueOf(slot, asked, { filling, given });
    if (value === null || value === undefined) return null;
    values[slot.name] = slot.type.startsWith('[') && !Array.isArray(value) ? [value] : value;
  }
  return values;
}

interface Given {
  readonly filling: Filling;
  readonly given: ReadonlyMap<string, string>;
}

async function valueOf(slot: Slot, asked: Asked, { filling, given }: Given): Promise<unknown> {
  const { schema, ids, kind, principal, words } = filling;
  const type = idTypeOf(schema, slot);
  if (type !== null) {
    // On the way to something private, what everybody knows stays true: a foreign campaign is nobody's secret.
    const isBeside =
      slot.isOptional !== true && (asked.slots.some(({ isOptional }) => isOptional) || (isPlace(type) && type !== asked.type));
    const tried = isBeside ? 'own' : kind;
    return (tried === 'own' ? words[type.toLowerCase()] : undefined) ?? ids.of(type, tried, principal);
  }
  const example = given.get(`${slot.field}.${slot.argument}`);
  if (example === undefined) return plainValue(slot);
  return (await filled(`{"value":${example}}`, filling))?.['value'];
}

/** Whether a document takes an id that not everybody knows. */
export const takesPrivateId = (schema: GraphQLSchema, asked: Asked, ids: KnownIds): boolean =>
  asked.slots.some((slot) => {
    const type = idTypeOf(schema, slot);
    return type !== null && !ids.isPublic(type) && (!isPlace(type) || type === asked.type);
  });

/** Where things happen: there are secret ones among them, yet on the way to something else only the open campaign leads anywhere. */
const isPlace = (type: string) => ['Campaign', 'School', 'Specialism'].includes(type);

/** Something of the right shape for an argument that is no id. */
function plainValue({ type, argument }: Slot): unknown {
  const named = type.replaceAll(/[[\]!]/g, '');
  if (named === 'Int') return 1;
  if (named === 'Boolean') return false;
  if (named === 'DateTime') return '2027-02-01T00:00:00.000Z';
  if (named === 'Date') return '2027-02-01';
  if (named === 'String') return argument === 'slug' ? 'imt-mines-albi' : 'kny';
  return null;
}

/** The types whose ids a document takes. */
export const idTypesOf = (schema: GraphQLSchema, asked: Asked): readonly string[] =>
  asked.slots.flatMap((slot) => idTypeOf(schema, slot) ?? []);
