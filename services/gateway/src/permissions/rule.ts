import { chooseHat, forbidden, type Refused, unauthenticated } from '../errors/refused.ts';
import type { Permission } from './permission.ts';
import { isOneOf, type Principal } from './principal-kinds.ts';

/** True, or why not: nobody signs in first, several hats choose one, anybody else may not. Looks at the principal alone. */
export const mayTouch = (permission: Permission, principal: Principal): true | Refused => {
  if (permission === 'allow') return true;
  if (isOneOf(permission, principal)) return true;
  if (principal.hat !== null) return forbidden();
  return principal.accountId === null ? unauthenticated(principal.missing) : chooseHat();
};
