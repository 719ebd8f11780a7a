import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { allow, fieldsOf, type PermissionLines } from '../permissions/permission.ts';
import { PageInfo } from './page-info.type.ts';

/** One row of a list; null when this row could not be read. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node | null;
}

/** One page of a list. */
export interface Connection<Node> {
  readonly edges: readonly (Edge<Node> | null)[];
  readonly pageInfo: PageInfo;
  /** Null where the list is not counted. */
  readonly totalCount: number | null;
}

/** What a list says of itself. */
export interface ListKind {
  /** Whether it is ever counted: a list that never is has no `totalCount`. */
  readonly isCounted: boolean;
}

const uncounted: ListKind = { isCounted: false };

/** The Relay connection of a node type: `XEdge` and `XConnection`; nullable items, so that one bad row does not empty a page. */
export const connectionOf = <Node extends object>(
  node: ClassType<Node>,
  name: string,
  { isCounted }: ListKind = uncounted,
): ClassType<Connection<Node>> => {
  const edge = edgeOf(node, name);

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.`, simpleResolvers: true })
  class PageOf implements Connection<Node> {
    @Field(() => [edge], { nullable: 'items', description: 'The rows of this page; null for a row that could not be read.' })
    readonly edges!: readonly (Edge<Node> | null)[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    readonly pageInfo!: PageInfo;

    readonly totalCount!: number | null;
  }
  if (isCounted) {
    const counted = Field(() => Int, { nullable: true, description: 'Rows of the whole list. Null when not cheap.' });
    counted(PageOf.prototype, 'totalCount');
  }
  return PageOf;
};

/** Whoever reached a connection may read its frame; the fields of the node have lines of their own. */
export const connectionPermissions = (name: string, { isCounted }: ListKind = uncounted): PermissionLines => ({
  ...fieldsOf(`${name}Connection`, allow, ['edges', 'pageInfo', ...(isCounted ? ['totalCount'] : [])]),
  ...fieldsOf(`${name}Edge`, allow, ['cursor', 'node']),
});

const edgeOf = <Node extends object>(node: ClassType<Node>, name: string): ClassType<Edge<Node>> => {
  @ObjectType(`${name}Edge`, { description: `One row of a list of ${name}.`, simpleResolvers: true })
  class RowOf implements Edge<Node> {
    @Field(() => String, { description: 'Opaque place of this row, for `after` and `before`.' })
    readonly cursor!: string;

    @Field(() => node, { nullable: true, description: 'The row. Null when it could not be read.' })
    readonly node!: Node | null;
  }
  return RowOf;
};
