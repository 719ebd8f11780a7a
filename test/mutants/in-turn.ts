import { isGated } from './gate-verdict.ts';
import type { Mutant } from './mutant.ts';

/** Roles belong to the whole server, which the tests beside this one use; secrecy takes hundreds of dossiers. */
const isQuietAndQuick = ({ how, dies }: Mutant) =>
  !(how.kind === 'database' && how.statements.some((statement) => /\brole\b/i.test(statement))) &&
  !dies.some((file) => file.includes('/secrecy/'));

/** So many of those the gate does not judge, far from one another in the list; each commit begins at another place. */
export function inTurn(all: readonly Mutant[], commit: string | null, count: number): readonly Mutant[] {
  const eligible = all.filter((mutant) => !isGated(mutant) && isQuietAndQuick(mutant));
  const first = Number.parseInt(commit?.slice(0, 8) ?? '0', 16);
  const step = Math.floor(eligible.length / count);
  return Array.from({ length: count }, (_, at) => eligible[(first + at * step) % eligible.length] as Mutant);
}
