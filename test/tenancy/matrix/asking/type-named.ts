import { type GraphQLSchema, isObjectType } from 'graphql';

/** Nouns that bear no type's name. */
const called: Readonly<Record<string, string>> = {
  reader: 'Person',
  actor: 'Person',
  object: 'Candidacy',
  member: 'Membership',
  export: 'ExportJob',
  mergedSpelling: 'FreeInstitution',
  dismissedSpelling: 'FreeInstitution',
  addedSpelling: 'FreeInstitution',
  givenUpMail: 'MailDelivery',
};

/** `readerIds` is of a Person, `labelIds` of a Label: the type that bears the name, or its last words, and has an id of its own. */
export function typeNamed(schema: GraphQLSchema, name: string): string | null {
  const noun = name.replace(/Ids?$/, '');
  if (noun in called) return called[noun] ?? null;
  const words = noun.split(/(?=[A-Z])/);
  for (let from = 0; from < words.length; from++) {
    const wanted = words
      .slice(from)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    const type = schema.getType(wanted);
    if (isObjectType(type) && type.getInterfaces().some((each) => each.name === 'Node')) return wanted;
  }
  return null;
}
