import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Whether a field of this name is selected right below, through fragments: what is dear is read only when asked for. */
export const asksFor = (info: GraphQLResolveInfo, field: string): boolean =>
  info.fieldNodes.some(({ selectionSet }) => selectionSet !== undefined && selects(selectionSet, field, info));

function selects({ selections }: SelectionSetNode, field: string, info: GraphQLResolveInfo): boolean {
  return selections.some((each) => {
    if (each.kind === Kind.FIELD) return each.name.value === field;
    const below = each.kind === Kind.INLINE_FRAGMENT ? each : info.fragments[each.name.value];
    return below !== undefined && selects(below.selectionSet, field, info);
  });
}
