import type { Extent } from '@guichet/database/application/application.read';
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

const ofSchool = new Set(['__typename', 'id', 'name']);

/** How much of a dossier has to be read for what is asked of it. */
export function extentOf({ info, path = [] }: AskedDossier): Extent {
  const areAll = (below: readonly string[], told: ReadonlySet<string>) =>
    selectedIn(askedBelow(info, [...path, ...below]), info.fragments).every(({ name }) => told.has(name.value));
  if (!areAll([], ofDossier) || !areAll(['choices'], ofChoice)) return 'WHOLE';
  return areAll(['choices', 'school'], ofSchool) ? 'IN_NAMES' : 'IN_BRIEF';
}
