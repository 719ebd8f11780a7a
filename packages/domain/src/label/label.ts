import { type Fault, faultsOfAnswers, line } from '../application/field-checks.ts';
import { searchKey } from '../candidate/person-name.ts';
import { type ColourFault, faultsOfColour } from '../school/colour-contrast.ts';

/** Longest name of a label, in code points. */
export const longestLabel = 40;
/** Most labels a school keeps (decided for ASTG3: decision 0015). */
export const mostLabels = 100;

/** A word a school sorts its candidacies by (étiquette). */
export interface LabelSheet {
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** Why a label is refused by itself; whether its name is taken is the school's list's business. */
export type LabelFault = Fault | ColourFault;

/** A label is sound when its name is one plain line and its colour can be read on white. */
export const faultsOfLabel = (label: LabelSheet): LabelFault[] => [
  ...faultsOfAnswers(label, { name: line(longestLabel) }, []),
  ...faultsOfColour(label.colour, ['colour']),
];

/** Two names with one key are one name: case, accents and hyphens make no difference; a name of signs alone is its own key. */
export const nameKeyOf = (name: string): string => searchKey(name) || name;
