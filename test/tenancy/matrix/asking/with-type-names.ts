import { Kind, parse, print, visit } from 'graphql';

const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** The same document, asking for the type of every object too, so that what it tells can be told apart. */
export const withTypeNames = (query: string): string =>
  print(
    visit(parse(query), {
      SelectionSet: {
        leave: (node, _key, parent) => {
          const isRoot = !Array.isArray(parent) && (parent as { kind?: string } | undefined)?.kind === Kind.OPERATION_DEFINITION;
          return isRoot ? undefined : { ...node, selections: [typeName, ...node.selections] };
        },
      },
    }),
  );
