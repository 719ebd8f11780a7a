import { hash } from 'node:crypto';

/** What a transaction claims to be; the database believes it only when it is sealed for its role. */
export interface Claims {
  readonly role: string;
  readonly principal?: string | undefined;
  readonly school?: string | undefined;
  readonly candidate?: string | undefined;
  /** Lower-case hexadecimal digest of an invitation link shown by its holder. */
  readonly presented?: string | undefined;
}

/**
 * Signs the claims of one transaction. Injected SQL holds its own request's signature and no other, so a changed setting or a
 * switched role answers nothing: hex(sha256(key ‖ sha256(key ‖ role|principal|school|candidate|presented))).
 */
export function sealOf(key: Buffer, claims: Claims): string {
  const { role, principal = '', school = '', candidate = '', presented = '' } = claims;
  const claimed = [role, principal, school, candidate, presented].join('|');
  const made = madeBy.get(key) ?? new Map<string, string>();
  madeBy.set(key, made);
  const seal = made.get(claimed) ?? signed(key, claimed);
  // The oldest make room: who asks now asks again soon.
  if (made.size >= mostKept) made.delete(made.keys().next().value ?? '');
  made.set(claimed, seal);
  return seal;
}

const madeBy = new WeakMap<Buffer, Map<string, string>>();
const mostKept = 10_000;

function signed(key: Buffer, claims: string): string {
  const claimed = Buffer.from(claims);
  const inner = hash('sha256', Buffer.concat([key, claimed]), 'buffer');
  return hash('sha256', Buffer.concat([key, inner]), 'hex');
}

/** The session of a request as MikroORM applies it: SET LOCAL ROLE and the sealed settings, gone with the transaction. */
export function sealedSession(key: Buffer, claims: Claims) {
  return {
    role: claims.role,
    variables: {
      'app.principal': claims.principal ?? '',
      'app.school': claims.school ?? '',
      'app.candidate': claims.candidate ?? '',
      'app.presented': claims.presented ?? '',
      'app.seal': sealOf(key, claims),
    },
  };
}
