import type { Canary } from '../canaries.ts';
import type { Principal } from './asking/principal.ts';
import { classOf, classOfTable, type Kind, members, policy, words } from './policy.ts';

/** Who the principals of the fixture are, as far as the policy asks. */
export interface Facts {
  readonly kindOf: Readonly<Record<string, Kind>>;
  /** Candidates whose dossier a school received. */
  readonly receivedBy: Readonly<Record<'A' | 'B', readonly string[]>>;
  /** Candidates whose dossier was given to a reader. */
  readonly assignedTo: Readonly<Record<string, readonly string[]>>;
  /** Candidates whose dossier at this school the consortium reads at this moment. */
  readonly broken: readonly string[];
  /** Owners of rows, by principal: ids of the school and of the candidate. */
  readonly schoolId: Readonly<Record<'A' | 'B', string>>;
  readonly candidateId: Readonly<Record<string, string>>;
  readonly accountId: Readonly<Record<string, string>>;
}

/** Whether the policy lets a principal read a word. */
export function mayRead({ kindOf, receivedBy, assignedTo, broken }: Facts, principal: Principal, word: Canary): boolean {
  const kind = kindOf[principal.name] ?? 'nobody';
  const rule = policy.get(classOf(word))?.[kind] ?? '-';
  const { owner } = word;
  if (rule === 'all') return true;
  if (word.place === 'working.ownView') return owner.replace('staff ', 'O') === principal.name;
  if (rule === 'own') return owner === principal.name || owner.replace('staff ', '') === principal.side;
  if (rule === 'received') return principal.side !== null && receivedBy[principal.side].includes(owner);
  if (rule === 'assigned') return (assignedTo[principal.name] ?? []).includes(owner);
  return rule === 'broken' && broken.includes(owner);
}

/** Whether a principal's acts may move rows of this owner: `table / school / candidate`. */
export function mayMove({ kindOf, schoolId, candidateId, accountId }: Facts, principal: Principal, owner: string): boolean {
  const [table = '', school = '-', candidate = '-'] = owner.split(' / ');
  // Attempts and mail bear no account: they are counted and sent for whoever asked.
  if (table.startsWith('auth.')) return candidate === '-' || candidate === accountId[principal.name];
  const kind = kindOf[principal.name] ?? 'nobody';
  if (!words(members[classOfTable(table)]?.movedBy ?? '').includes(kind)) return false;
  if (kind === 'consortium') return true;
  if (kind === 'candidate') return candidate === '-' || isOwnCandidate(candidateId, principal.name, candidate);
  return school === '-' || (principal.side !== null && school === schoolId[principal.side]);
}

/** Whoever acts as a candidate for the first time becomes one: the row is new, and nobody's of before. */
const isOwnCandidate = (ids: Facts['candidateId'], name: string, candidate: string) =>
  name in ids ? ids[name] === candidate : !Object.values(ids).includes(candidate);
