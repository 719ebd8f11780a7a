import type { Canary } from '../canaries.ts';
import type { Principal } from './asking/principal.ts';
import { classOf, classOfTable } from './class-of.ts';
import { type Kind, members, policy, words } from './policy.ts';

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
  /** Accounts of whoever works for a school or for the consortium: removing somebody ends their sessions. */
  readonly accountsOf: Readonly<Record<'A' | 'B' | 'consortium', readonly string[]>>;
  /** Schools a candidate's dossier may reach. */
  readonly mayFileAt: readonly string[];
  /** Schools whose rows the consortium's acts are about, table by table; of `school` itself only further ones are made. */
  readonly consortiumActsAt: Readonly<Record<string, readonly string[]>>;
  readonly schools: readonly string[];
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
export function mayMove(facts: Facts, principal: Principal, owner: string): boolean {
  const [table = '', school = '-', candidate = '-'] = owner.split(' / ');
  if (table.startsWith('auth.')) return mayMoveAccount(facts, principal, { table, account: candidate });
  const { kindOf, schoolId, candidateId, mayFileAt } = facts;
  const kind = kindOf[principal.name] ?? 'nobody';
  if (!words(members[classOfTable(table)]?.movedBy ?? '').includes(kind)) return false;
  if (kind === 'consortium') return candidate === '-' && concernsConsortium(facts, table, school);
  if (kind === 'candidate') {
    const isReached = school === '-' || mayFileAt.includes(school);
    return isReached && (candidate === '-' || isOwnCandidate(candidateId, principal.name, candidate));
  }
  return school === '-' || (principal.side !== null && school === schoolId[principal.side]);
}

/** One's own; attempts and mail bear no account, and are counted and sent for whoever asked; who is removed from a team is signed out. */
function mayMoveAccount(
  { kindOf, accountId, accountsOf }: Facts,
  { name, side }: Principal,
  { table, account }: { readonly table: string; readonly account: string },
): boolean {
  if (account === '-' || account === accountId[name]) return true;
  if (table !== 'auth.session') return false;
  if (kindOf[name] === 'consortium') return accountsOf.consortium.includes(account);
  return kindOf[name] === 'admin' && side !== null && accountsOf[side].includes(account);
}

/** Of no school, of a school that an act is about, or a school that is new. */
const concernsConsortium = ({ consortiumActsAt, schools }: Facts, table: string, school: string) =>
  school === '-' || (table === 'school' ? !schools.includes(school) : (consortiumActsAt[table] ?? []).includes(school));

/** Whoever acts as a candidate for the first time becomes one: the row is new, and nobody's of before. */
const isOwnCandidate = (ids: Facts['candidateId'], name: string, candidate: string) =>
  name in ids ? ids[name] === candidate : !Object.values(ids).includes(candidate);
