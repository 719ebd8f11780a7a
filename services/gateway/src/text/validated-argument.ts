import { validateSync } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

/**
 * Holds an argument to the decorators of its class, at once: the library's own way loads the validator anew for every argument, and waits
 * for rules that none of ours is.
 */
export function validateArgument(given: unknown): void {
  for (const each of Array.isArray(given) ? given : [given]) {
    if (typeof each !== 'object' || each === null) continue;
    const faults = validateSync(each, { skipMissingProperties: true, forbidUnknownValues: false });
    if (faults.length > 0) throw new ArgumentValidationError(faults);
  }
}
