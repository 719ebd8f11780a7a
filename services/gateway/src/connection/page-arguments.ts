import { ArgsType, Field, Int } from 'type-graphql';
import { badUserInput } from '../errors/refused.ts';

const largest = 100;
// Of the longest sort key, in base64.
const longestCursor = 30_000;

/** The arguments of every connection. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, description: 'Rows from the start, 1 to 100. Null when `last` is given.' })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor. Null: from the start.' })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows from the end, 1 to 100. Null when `first` is given.' })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor. Null: from the end.' })
  readonly before?: string | null;
}

/** One page as asked for: how many rows, in which direction, beyond which cursor. */
export interface PageWindow {
  readonly size: number;
  readonly isBackward: boolean;
  /** The name of the argument that held the cursor, for a refusal. */
  readonly cursorArgument: 'after' | 'before';
  readonly cursor: string | null;
}

type Given = { readonly [argument in keyof PageArguments]?: PageArguments[argument] | undefined };

/** The page asked for; `first`+`after` or `last`+`before`, 1 to 100, refused outside and never clamped. */
export const pageWindow = (given: Given): PageWindow => {
  const isBackward = given.first == null && given.last != null;
  const [sizeArgument, cursorArgument] = isBackward ? (['last', 'before'] as const) : (['first', 'after'] as const);
  const foreign = isBackward ? (['first', 'after'] as const) : (['last', 'before'] as const);
  for (const argument of foreign) if (given[argument] != null) throw badUserInput(argument);
  const size = given[sizeArgument];
  if (size == null || !Number.isInteger(size) || size < 1 || size > largest) throw badUserInput(sizeArgument);
  const cursor = given[cursorArgument] ?? null;
  if (cursor !== null && (cursor === '' || cursor.length > longestCursor)) throw badUserInput(cursorArgument);
  return { size, isBackward, cursorArgument, cursor };
};
