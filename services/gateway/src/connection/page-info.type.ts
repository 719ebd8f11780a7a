import { Field, ObjectType } from 'type-graphql';
import { allow, fieldsOf } from '../permissions/permission.ts';

@ObjectType({ description: 'Where a page stands in its list (pagination).', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether rows precede this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row. Null on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row. Null on an empty page.' })
  readonly endCursor!: string | null;
}

/** Whoever reached a list may turn its pages. */
export const pageInfoPermissions = fieldsOf('PageInfo', allow, ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']);
