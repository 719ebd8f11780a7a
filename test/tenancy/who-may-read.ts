import type { Canary } from './canaries.ts';
import type { PersonName } from './canary-world.ts';

/** The class a word of a dossier belongs to, by where it stands in it. */
const classOf = (place: string): 'identity' | 'content' | 'arrangements' | 'head' | 'staff' | 'invited' | 'working' => {
  if (place.startsWith('working.')) return 'working';
  if (place.endsWith('.invited')) return 'invited';
  if (place.endsWith('displayName')) return 'staff';
  if (place.startsWith('arrangements')) return 'arrangements';
  if (place.startsWith('identity') || place.startsWith('contact')) return 'identity';
  return place.endsWith('institution') ? 'head' : 'content';
};

/** What each principal may ever read of each dossier: the class table of the database, as far as words can tell. */
const received: Readonly<Record<string, readonly string[]>> = {
  OA: ['C1', 'C2'],
  AA: ['C1', 'C2'],
  VA: ['C1', 'C2'],
  OB: ['C1', 'C3'],
  AB: ['C1', 'C3'],
  RA1: ['C1'],
  RA2: ['C2'],
  RB1: ['C1'],
  KA: ['C1', 'C2'],
  KW: ['C1', 'C2'],
  KB: ['C1', 'C3'],
};

/** Whether a principal may read a word at all; content only after an opening, which an observer and a key that only reads never make. */
export function mayRead(name: PersonName, { owner, place }: Canary): boolean {
  const found = classOf(place);
  if (name === owner) return true;
  if (found === 'arrangements') return false;
  if (found === 'invited') return (name === 'AA' && owner === 'staff A') || (name === 'AB' && owner === 'staff B');
  if (found === 'working') return readsWorkingNotes(name, owner, place);
  const side = received[name]?.includes('C2') ? 'staff A' : 'staff B';
  if (found === 'staff') return name in received && owner === (name === 'RA1' ? 'staff A' : side);
  // The consortium reconciles spellings of institutions; whose they are it reads nowhere.
  if (name === 'OP') return found === 'head';
  if (!(received[name] ?? []).includes(owner)) return false;
  return (name !== 'VA' && name !== 'KA') || found !== 'content';
}

/** Labels and the team's views are for whoever sees the queue, notes for whoever opens dossiers, one's own view for nobody else. */
function readsWorkingNotes(name: PersonName, owner: string, place: string): boolean {
  const [team, officer] = owner === 'staff A' ? [['OA', 'AA', 'VA', 'KA', 'KW'], 'OA'] : [['OB', 'AB', 'KB'], 'OB'];
  if (place === 'working.ownView') return name === officer;
  return team.includes(name) && (place !== 'working.note' || name !== 'VA');
}
