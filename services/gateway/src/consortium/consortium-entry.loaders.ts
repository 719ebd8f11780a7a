import { type ConsortiumActRow, readConsortiumTrail } from '@guichet/database/audit/consortium-trail.read';
import { type ConsortiumPersonRow, readConsortiumPeople } from '@guichet/database/membership/consortium-person.read';
import DataLoader from 'dataloader';
import type { AuditEntry } from '../audit/audit-entry.loaders.ts';
import { encodeId } from '../connection/node-id.ts';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

// The act's own word tells what its object is.
const objectTypes = [
  ['CAMPAIGN_', 'Campaign'],
  ['SCHOOL_', 'School'],
  ['SPECIALISM_', 'Specialism'],
  ['INVITATION_', 'Invitation'],
  ['MAIL_', 'MailDelivery'],
  ['SPELLING_', 'FreeInstitution'],
  ['ADMINISTRATOR_', 'Administrator'],
  ['BREAK_GLASS_TRIED', 'School'],
  ['BREAK_GLASS_', 'BreakGlass'],
] as const;

/** An act of the consortium in the contract's words; one without an object is about itself. */
export const consortiumEntryOf = ({ id, act, objectId, at, actor, purpose }: ConsortiumActRow): AuditEntry => {
  const type = objectTypes.find(([beginning]) => act.startsWith(beginning))?.[1] ?? 'AuditEntry';
  return { id, at, actor, keyId: null, action: act, objectId: encodeId(type, objectId ?? id), purpose };
};

const entries = Symbol('acts of the consortium by id');
const people = Symbol('administrators of the consortium by id');

/** Acts of the consortium by id, in one statement a request. */
export const consortiumEntryById = (context: Context) =>
  context.loader(
    entries,
    () =>
      new DataLoader<string, AuditEntry>(async (ids) => {
        const rows = await readConsortiumTrail((await context.reading()).db, { ids });
        return byKey(ids, rows.map(consortiumEntryOf));
      }),
  );

/** Administrators of the consortium by id, in one statement a request. */
export const consortiumPersonById = (context: Context) =>
  context.loader(
    people,
    () =>
      new DataLoader<string, ConsortiumPersonRow>(async (ids) =>
        byKey(ids, await readConsortiumPeople((await context.reading()).db, ids)),
      ),
  );
