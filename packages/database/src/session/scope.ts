import type { Statement } from './connection/batch.ts';
import { type Claims, sealedSession } from './seal.ts';

// Bound parameters, local to the transaction: literals in a text would be words of somebody's. Nobody reads what they answer, so no row is made of it.
const settings = `set_config('role', $1, true), set_config('app.principal', $2, true), set_config('app.school', $3, true),
  set_config('app.candidate', $4, true), set_config('app.presented', $5, true), set_config('app.seal', $6, true), set_config('app.network', $7, true)`;

/** Sets a transaction's role and sealed settings, which die with it; to be sent before anything else of it. */
export function scopeOf(sealKey: Buffer, claims: Claims, network: string): Statement {
  return { name: 'scope', text: `select where concat(${settings}) is null`, values: scopeValues(sealKey, claims, network) };
}

/** The same for a reading: nothing can be written under it. */
export function readingScopeOf(sealKey: Buffer, claims: Claims): Statement {
  const text = `select where concat(${settings}, set_config('transaction_read_only', 'on', true)) is null`;
  return { name: 'reading', text, values: scopeValues(sealKey, claims, '') };
}

// The network is not sealed: it decides nothing, and the trail's own default reads it.
function scopeValues(sealKey: Buffer, claims: Claims, network: string): readonly string[] {
  const { role, variables } = sealedSession(sealKey, claims);
  const { 'app.principal': principal, 'app.school': school, 'app.candidate': candidate } = variables;
  return [role, principal, school, candidate, variables['app.presented'], variables['app.seal'], network];
}
