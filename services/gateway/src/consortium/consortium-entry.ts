import type { ConsortiumActRow } from '@guichet/database/audit/consortium-trail.read';
import type { AuditEntryType } from '../audit/audit-entry.type.ts';
import { encodeId } from '../connection/node-id.ts';

// The act's own word tells what its object is.
const objectTypes = [
  ['CAMPAIGN_', 'Campaign'],
  ['SCHOOL_', 'School'],
  ['SPECIALISM_', 'Specialism'],
  ['INVITATION_', 'Invitation'],
] as const;

/** An act of the consortium in the contract's words; one without an object is about itself. */
export const consortiumEntryOf = ({ id, act, objectId, at, actor }: ConsortiumActRow): AuditEntryType => {
  const type = objectTypes.find(([beginning]) => act.startsWith(beginning))?.[1] ?? 'AuditEntry';
  return { id, at, actor, action: act, objectId: encodeId(type, objectId ?? id), purpose: null };
};
