import { candidateHat, consortiumHat, type Hat, schoolHat } from '@guichet/database/session/hat';
import { type Hats, type HeldMembership, isStaff } from './hats-of.ts';

/** What the header `Acting-As` may name, already read: a membership of whoever, the candidate, the consortium, or nonsense. */
export type Named =
  | { readonly kind: 'MEMBERSHIP'; readonly id: string }
  | { readonly kind: 'CANDIDATE' }
  | { readonly kind: 'CONSORTIUM' }
  | { readonly kind: 'UNREADABLE' };

/** One hat as it may be offered for choosing. */
export type Wearable =
  | { readonly kind: 'SCHOOL'; readonly membership: HeldMembership }
  | { readonly kind: 'CANDIDATE' }
  | { readonly kind: 'CONSORTIUM' };

/** The hats to choose from: being a candidate counts only if there is no other hat or a dossier exists. */
export function wearableHats(hats: Hats): readonly Wearable[] {
  const schools = hats.memberships.map((membership) => ({ kind: 'SCHOOL', membership }) as const);
  const consortium = hats.hasConsortiumRight ? [{ kind: 'CONSORTIUM' } as const] : [];
  const candidate = !isStaff(hats) || hats.hasApplication ? [{ kind: 'CANDIDATE' } as const] : [];
  return [...schools, ...consortium, ...candidate];
}

/** The hat of a request: the one named among the account's own, or its only one. The header selects, it grants nothing. */
export function chooseHat(hats: Hats, named: Named | null): Wearable | 'FORBIDDEN' | 'CHOOSE_HAT' {
  const wearable = wearableHats(hats);
  if (!named) return wearable.length === 1 ? (wearable[0] as Wearable) : 'CHOOSE_HAT';
  if (named.kind === 'CANDIDATE') return { kind: 'CANDIDATE' };
  const held = wearable.find((hat) =>
    hat.kind === 'SCHOOL' ? named.kind === 'MEMBERSHIP' && hat.membership.id === named.id : hat.kind === named.kind,
  );
  return held ?? 'FORBIDDEN';
}

/** The database's side of a hat. */
export function hatFor(accountId: string, candidateId: string | null, worn: Wearable): Hat | null {
  if (worn.kind === 'SCHOOL') return schoolHat(accountId, worn.membership.schoolId, worn.membership.functions);
  if (worn.kind === 'CONSORTIUM') return consortiumHat(accountId);
  return candidateId === null ? null : candidateHat(accountId, candidateId);
}
