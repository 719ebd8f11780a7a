import { getMetadataStorage, validateSync } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

/**
 * Holds an argument to the decorators of its class, at once: the library's own way loads the validator anew for every argument, and waits
 * for rules that none of ours is.
 */
export function validateArgument(given: unknown): void {
  for (const each of Array.isArray(given) ? given : [given]) {
    if (typeof each !== 'object' || each === null || !isDecorated(each)) continue;
    const faults = validateSync(each, { skipMissingProperties: true, forbidUnknownValues: false });
    if (faults.length > 0) throw new ArgumentValidationError(faults);
  }
}

const decorated = new WeakMap<object, boolean>();

// Whether a class has decorators of this kind is found once: most arguments have none, and finding that out costs as much as a page of rows.
function isDecorated(given: object): boolean {
  const { constructor } = given;
  if (typeof constructor !== 'function') return true;
  const known = decorated.get(constructor);
  if (known !== undefined) return known;
  const found = getMetadataStorage().getTargetValidationMetadatas(constructor, '', true, false).length > 0;
  decorated.set(constructor, found);
  return found;
}
