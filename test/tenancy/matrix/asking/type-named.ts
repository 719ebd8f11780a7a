import { type GraphQLSchema, isObjectType } from 'graphql';

/** `readerIds` is of a Reader if there is such a type, else of whoever bears the name's last word. */
export function typeNamed(schema: GraphQLSchema, name: string): string | null {
  const words = name.replace(/Ids?$/, '').split(/(?=[A-Z])/);
  for (let from = 0; from < words.length; from++) {
    const noun = words
      .slice(from)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    if (isObjectType(schema.getType(noun))) return noun;
  }
  return null;
}
