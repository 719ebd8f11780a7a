import { actedOverHttp } from './acted-over-http.ts';
import type { Change } from './change.ts';
import { ofCandidates } from './of-candidates.ts';
import { ofTheOtherSchool } from './of-the-other-school.ts';
import { toldHowMany } from './told-how-many.ts';
import { withinOneSchool } from './within-one-school.ts';

export const allChanges: readonly Change[] = [
  ...ofTheOtherSchool,
  ...withinOneSchool,
  ...ofCandidates,
  ...actedOverHttp,
  ...toldHowMany,
];
