import type { BareNote, CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import type { Together } from '@guichet/database/candidacy/together';
import { StoredInstant } from '@guichet/database/instant/stored-instant';
import { type FieldNode, type GraphQLResolveInfo, Kind } from 'graphql';
import { askedBelow, selectedIn } from '../connection/asks-for.ts';
import { type Carried, type Carrying, carried } from '../connection/carried.ts';
import { connectionFrom } from '../connection/page.ts';
import { type PageWindow, pageWindow } from '../connection/page-arguments.ts';
import { labelPermissions } from '../label/label.permissions.ts';
import { digestOfNotes } from '../note/note.loaders.ts';
import { notePermissions } from '../note/note.permissions.ts';
import { mayTouch } from '../permissions/rule.ts';
import type { Context } from '../principal/request-context.ts';

/** What of a dossier does not stand in its head, by name: whatever else it has is read with the head. */
const besideHead = new Set(['__typename', 'id', 'identity', 'contact', 'studies', 'qualification', 'answers']);

/** What stands in a note's own table. */
const bare = new Set(['id', 'version', 'writtenAt', '__typename']);

/**
 * What a page of the queue is read together with: labels, and the newest notes as far as their own table tells them. What else is asked
 * for, and what somebody may not read, is left to its own field.
 */
export function togetherFor(info: GraphQLResolveInfo, context: Context): Together {
  const dossier = new Set(selectedIn(onRows(info, 'dossier'), info.fragments).map(({ name }) => name.value));
  const mayReadNotes = mayTouch(notePermissions['Candidacy.notes'] ?? nobody, context) === true;
  return {
    hasHead: [...dossier].some((name) => !besideHead.has(name)),
    identity: identityIn(info),
    hasSpecialisms: isAsked(info, 'specialisms'),
    hasOpenings: isAsked(info, 'isUnopened') || isAsked(info, 'openedAt'),
    hasLabels: isAsked(info, 'labels') && mayTouch(labelPermissions['Candidacy.labels'] ?? nobody, context) === true,
    notes: mayReadNotes ? bareNotes(info) : 0,
    hasNoteIdsAlone: asksForNoteIdsAlone(info),
  };
}

const nobody: ReadonlySet<never> = new Set();

/** Gives each row what it carries; how many notes were asked for is how long each page of them is. */
export function carrying({ notes }: Together): (row: CandidacyRow) => CandidacyRow & Carrying {
  const page = notes > 0 ? pageWindow({ first: notes - 1 }) : null;
  return (row) => {
    const carrier: CandidacyRow & { [carried]?: Carried } = row;
    const { receivedAt, openedAt } = row.stored;
    const onIt = page === null || row.notes === undefined ? undefined : pageOfNotes(row.id, row.notes, page);
    carrier[carried] = { labels: row.labels, notes: onIt, receivedAt, openedAt };
    return carrier;
  };
}

function pageOfNotes(id: string, notes: readonly BareNote[], page: PageWindow) {
  return connectionFrom(notes, { page, digest: () => digestOfNotes(id), positionOf, nodeOf: noteOf });
}

function positionOf({ id, key }: BareNote) {
  if (key === null) throw new Error('The cursor of a note of which the id alone was read');
  return { id, key };
}

const noteOf = ({ id, version, key }: BareNote) => ({ id, version, writtenAt: key === null ? null : new StoredInstant(key) });

function identityIn(info: GraphQLResolveInfo): Together['identity'] {
  const dossier = selectedIn(onRows(info, 'dossier'), info.fragments);
  if (dossier.some(({ name }) => name.value === 'contact')) return 'WHOLE';
  const identity = dossier.filter(({ name }) => name.value === 'identity');
  if (identity.length === 0) return null;
  return selectedIn(identity, info.fragments).every(({ name }) => names.has(name.value)) ? 'NAMES' : 'WHOLE';
}

const names = new Set(['lastName', 'firstNames', '__typename']);

const onRows = (info: GraphQLResolveInfo, field: string) => askedBelow(info, ['edges', 'node', field]);
const isAsked = (info: GraphQLResolveInfo, field: string) => onRows(info, field).length > 0;

/** One more than the first so many, where nothing else of them is asked for; 0 leaves them to their field. */
function bareNotes(info: GraphQLResolveInfo): number {
  const [notes, ...others] = onRows(info, 'notes');
  if (notes === undefined || others.length > 0) return 0;
  const nodes = askedBelow({ fieldNodes: [notes], fragments: info.fragments }, ['edges', 'node']);
  const isBare = selectedIn(nodes, info.fragments).every(({ name }) => bare.has(name.value));
  const first = isBare ? firstOf(notes, info.variableValues) : null;
  return first === null ? 0 : first + 1;
}

const ids = new Set(['id', '__typename']);
const cursors = new Set(['cursor', 'startCursor', 'endCursor']);

/** Whether the ids of notes are all that is asked for of them: no cursor, and nothing else a note says. */
function asksForNoteIdsAlone(info: GraphQLResolveInfo): boolean {
  const below = (...path: string[]) =>
    selectedIn(askedBelow({ fieldNodes: onRows(info, 'notes'), fragments: info.fragments }, path), info.fragments);
  const said = below('edges', 'node').every(({ name }) => ids.has(name.value));
  return said && ![...below('edges'), ...below('pageInfo')].some(({ name }) => cursors.has(name.value));
}

function firstOf({ arguments: given = [] }: FieldNode, variables: Readonly<Record<string, unknown>>): number | null {
  const [first, ...others] = given;
  if (first?.name.value !== 'first' || others.length > 0) return null;
  const size =
    first.value.kind === Kind.VARIABLE ? variables[first.value.name.value] : Number('value' in first.value && first.value.value);
  return typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 100 ? size : null;
}
