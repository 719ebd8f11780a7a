import type { ValidationError } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';
import { badUserInput, type Refused } from './refused.ts';

/** The refusal behind a failed input class: the dotted path of the first fault, without target, value or constraint. */
export const refusalOfArguments = (error: unknown): Refused | null => {
  if (!(error instanceof ArgumentValidationError)) return null;
  const faults: unknown = error.extensions['validationErrors'];
  return badUserInput(Array.isArray(faults) ? pathOf(faults) : 'input');
};

const pathOf = (faults: readonly ValidationError[]): string => {
  const [fault] = faults;
  if (fault === undefined) return 'input';
  const below = fault.children ?? [];
  return below.length > 0 ? `${fault.property}.${pathOf(below)}` : fault.property;
};
