import { GraphQLError, GraphQLScalarType } from 'graphql';
import { isCleanText } from './clean-text.ts';

interface TextScalar {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
  /** The value as we keep it, or null when the text is malformed. */
  readonly read: (text: string) => string | null;
}

/** A scalar that travels as a string and is a string inside; never tells what it was given. */
export const textScalar = ({ read, ...told }: TextScalar): GraphQLScalarType<string, string> =>
  new GraphQLScalarType<string, string>({
    ...told,
    specifiedByURL: told.specifiedByURL ?? null,
    serialize: (value) => {
      const text = typeof value === 'string' ? read(value) : null;
      if (text === null) throw new TypeError(`A resolver gave ${told.name} something else`);
      return text;
    },
    parseValue: (value) => {
      const text = typeof value === 'string' && isCleanText(value) ? read(value) : null;
      if (text === null) throw new GraphQLError(`Malformed ${told.name}`);
      return text;
    },
  });
