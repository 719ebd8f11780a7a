import { Field, ID, InterfaceType } from 'type-graphql';

/** A row fetched by its opaque id says which type it is; every other row is typed by the field that led to it. */
export interface FetchedNode {
  readonly id: string;
  readonly typeName: string;
}

/** Its concrete type. */
export const nodeTypeOf = ({ typeName }: FetchedNode): string => typeName;

@InterfaceType('Node', {
  description: 'Anything that can be fetched again by its id.',
  resolveType: nodeTypeOf,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque: nobody builds it or takes it apart.' })
  readonly id!: string;
}
