import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Whether a field of this name is selected right below, through fragments: what is dear is read only when asked for. */
export const asksFor = (info: Asked, field: string): boolean => askedBelow(info, [field]).length > 0;

/** The selections of a field at the end of a path below, through fragments of whatever type. */
export function askedBelow({ fieldNodes, fragments }: Asked, path: readonly string[]): readonly FieldNode[] {
  let found = fieldNodes;
  for (const name of path) found = selectedIn(found, fragments).filter((field) => field.name.value === name);
  return found;
}

/** Every field selected right below some fields, through fragments. */
export const selectedIn = (fields: readonly FieldNode[], fragments: GraphQLResolveInfo['fragments']): readonly FieldNode[] => {
  const [only, ...others] = fields;
  if (only !== undefined && others.length === 0) return selectedBelow(only, fragments);
  return fields.flatMap((field) => selectedBelow(field, fragments));
};

// A field belongs to one document, which is kept from request to request: what is selected below it is found once.
const found = new WeakMap<FieldNode, readonly FieldNode[]>();

function selectedBelow(field: FieldNode, fragments: GraphQLResolveInfo['fragments']): readonly FieldNode[] {
  const known = found.get(field);
  if (known !== undefined) return known;
  const selected = field.selectionSet === undefined ? [] : fieldsOf(field.selectionSet, fragments);
  found.set(field, selected);
  return selected;
}

const fieldsOf = ({ selections }: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): FieldNode[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    const below = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value];
    return below === undefined ? [] : fieldsOf(below.selectionSet, fragments);
  });
