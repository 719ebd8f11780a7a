import { ArgsType, Field, Int } from 'type-graphql';

/** The arguments of a list read from its start only. */
@ArgsType()
export class ForwardPageArguments {
  @Field(() => Int, { nullable: true, description: 'Rows from the start, 1 to 100; required. Null is refused.' })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor. Null: from the start.' })
  readonly after?: string | null;
}
