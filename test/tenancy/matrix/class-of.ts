import type { Canary } from '../canaries.ts';
import { members, words } from './policy.ts';

/** The class of a word, by its own name, or by where in a dossier or in which table it stands. */
export function classOf({ place }: Pick<Canary, 'place'>): string {
  const [table = ''] = place.split('.');
  if (table in members) return table;
  if (isTable(table)) return classOfTable(table);
  if (/^(identity|contact)\./.test(place)) return 'received identity';
  if (place.endsWith('.institution')) return 'institution typed';
  if (/^(studies|answers|qualification)\./.test(place)) return 'received content';
  if (place.startsWith('arrangements')) return "candidate's own";
  if (place.endsWith('.displayName')) return "school's people";
  if (place.endsWith('.invited')) return "school's doors";
  if (place.startsWith('working.')) return place === 'working.note' ? 'notes' : "school's work";
  return classOfTable(table);
}

const isTable = (name: string) => Object.values(members).some(({ tables }) => words(tables).includes(name));

export function classOfTable(table: string): string {
  const found = Object.entries(members).find(([, { tables }]) => words(tables).includes(table));
  if (!found) throw new Error(`${table} stands in no class of the policy`);
  return found[0];
}
