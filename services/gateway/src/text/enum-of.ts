/** An enum object for type-graphql from the domain's tuple of words: one list, no second spelling. */
export const enumOf = <const T extends string>(words: readonly T[]): { readonly [word in T]: word } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [word in T]: word };
