import { chooseHat, hatFor, type Named } from '@guichet/admissions/account/choose-hat';
import { type Hats, isStaff, rightsIn } from '@guichet/admissions/account/hats-of';
import { becomeCandidate, rememberPerson } from '@guichet/admissions/account/remember-person';
import { type Hat, personHat, publicHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { mustHaveSecondFactor } from '@guichet/domain/account/second-factor';
import { isSessionAlive, type Session, type Sessions } from '../account/session-of.ts';
import { readId } from '../connection/node-id.ts';
import { forbidden, type Missing } from '../errors/refused.ts';
import { keptHats } from './kept-hats.ts';

/** Who asks, as what: the account behind the cookie, and the one hat this request wears. */
export interface Asking {
  readonly accountId: string | null;
  readonly session: Session | null;
  readonly hats: Hats | null;
  /** Null for nobody, and for a person of several hats who named none. */
  readonly hat: Hat | null;
  /** Why somebody whose session stands is nobody all the same; null otherwise. */
  readonly missing: Missing | null;
}

export const nobody: Asking = { accountId: null, session: null, hats: null, hat: null, missing: null };

/** What the header `Acting-As` names; a school's id or slug is no hat and never accepted. */
export function namedHat(header: string | undefined): Named | null {
  if (header === undefined) return null;
  if (header === 'candidate') return { kind: 'CANDIDATE' };
  if (header === 'consortium') return { kind: 'CONSORTIUM' };
  const named = readId(header);
  return named?.type === 'Membership' ? { kind: 'MEMBERSHIP', id: named.uuid } : { kind: 'UNREADABLE' };
}

/** Looks the session up, judges its life by the staff's or the candidates' limits, and chooses the hat; anew on every request. */
export function askingOf(binding: Binding, sessions: Sessions) {
  const hatsOfSession = keptHats(binding);
  return async (cookie: string | undefined, actingAs: string | undefined): Promise<Asking> => {
    const session = await sessions.sessionOf(cookie);
    if (!session?.isVerified) return nobody;
    const person = personHat(session.accountId);
    const hats = await hatsOfSession(session);
    if (hats.email !== session.email || hats.locale !== session.locale)
      await inWork(binding, person, (work) => rememberPerson(work, session));
    if (!isSessionAlive(session, { isStaff: isStaff(hats), asOf: session.times.readAt })) return nobody;
    await sessions.touch(session);
    if (!session.hasSecondFactor && mustHaveSecondFactor(rightsIn(hats))) return { ...nobody, missing: 'SECOND_FACTOR' };
    const hat = await wornHat(binding, { session, hats }, namedHat(actingAs));
    return { accountId: session.accountId, session, hats, hat, missing: null };
  };
}

async function wornHat(binding: Binding, { session, hats }: { session: Session; hats: Hats }, named: Named | null) {
  const worn = chooseHat(hats, named);
  if (worn === 'FORBIDDEN') throw forbidden();
  if (worn === 'CHOOSE_HAT') return null;
  const candidateId =
    worn.kind === 'CANDIDATE' && hats.candidateId === null
      ? await inWork(binding, personHat(session.accountId), becomeCandidate)
      : hats.candidateId;
  return hatFor(session.accountId, candidateId, worn);
}

/** The database's side of a request without a hat: whoever is signed in may read what is public, and so may anybody. */
export const publicSide = publicHat;
