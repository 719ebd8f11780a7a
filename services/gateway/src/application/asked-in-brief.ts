import type { GraphQLResolveInfo } from 'graphql';
import { askedBelow, selectedIn } from '../connection/asks-for.ts';

/** Where a document asks for a dossier: a field, or what lies at a path below it. */
export interface AskedDossier {
  readonly info: GraphQLResolveInfo;
  readonly path?: readonly string[];
}

/** What a dossier tells when it was read in brief; every other field needs the whole of it. */
const ofDossier = new Set([
  '__typename',
  'id',
  'reference',
  'state',
  'version',
  'isBeingRevised',
  'submittedAt',
  'identity',
  'contact',
  'studies',
  'qualification',
  'answers',
  'campaign',
  'choices',
]);
const ofChoice = new Set(['__typename', 'id', 'school', 'specialisms', 'preferenceRank', 'state']);

/** Whether a brief reading tells everything that is asked of a dossier. */
export function isAskedInBrief({ info, path = [] }: AskedDossier): boolean {
  const dossier = selectedIn(askedBelow(info, path), info.fragments);
  const choices = selectedIn(askedBelow(info, [...path, 'choices']), info.fragments);
  return dossier.every(({ name }) => ofDossier.has(name.value)) && choices.every(({ name }) => ofChoice.has(name.value));
}
