import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** How a quantity is gathered over a document, its fragments followed and each looked at once. */
export interface Gathering {
  /** What one field adds, given what lies below it. */
  readonly field: (field: FieldNode, below: number) => number;
  /** How neighbours are put together: their sum, or the largest. */
  readonly join: (left: number, right: number) => number;
}

/** The largest quantity that any operation of the document gathers; linear in the document, whatever its fragments unfold to. */
export const gathered = (document: DocumentNode, gathering: Gathering): number => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const known = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, 0); // a fragment within itself is refused by another rule
    const fragment = fragments.get(name);
    const quantity = fragment === undefined ? 0 : ofSet(fragment.selectionSet);
    known.set(name, quantity);
    return quantity;
  };
  const ofSet = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return gathering.join(sum, ofFragment(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return gathering.join(sum, ofSet(selection.selectionSet));
      return gathering.join(sum, gathering.field(selection, ofSet(selection.selectionSet)));
    }, 0);

  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map((operation) => ofSet(operation.selectionSet)));
};
