import { readAuditEntries } from '@guichet/database/candidacy/history.read';
import DataLoader from 'dataloader';
import { encodeId } from '../connection/node-id.ts';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';
import type { AuditEntryType } from './audit-entry.type.ts';

/** A line as its fields find it: the key that acted is fetched when asked for. */
export type AuditEntry = Omit<AuditEntryType, 'key'> & { readonly keyId: string | null };

/** A line of a trail as it is read. */
export interface TrailRow {
  readonly id: string;
  readonly act: string;
  readonly objectId: string;
  readonly at: Temporal.Instant;
  readonly actor: AuditEntryType['actor'];
  /** Null, or absent, unless a key acted. */
  readonly keyId?: string | null;
  /** Null, or absent, for ordinary writes. */
  readonly purpose?: string | null;
}

// The act's own word tells what its object is.
const objectTypes = [
  ['CANDIDACY_', 'Candidacy'],
  ['COPY_', 'Candidacy'],
  ['NOTICE_SAVED', 'Campaign'],
  ['NOTICE_', 'Notice'],
  ['MEMBER', 'Membership'],
  ['READER_PROFILE_', 'Membership'],
  ['INVITATION_', 'Invitation'],
  ['LABEL_', 'Label'],
  ['VIEW_', 'View'],
  ['KEY_', 'ApiKey'],
  ['EXPORT_', 'ExportJob'],
] as const;

/** A line of a trail in the contract's words. */
export const entryOf = ({ id, act, objectId, at, actor, keyId = null, purpose = null }: TrailRow): AuditEntry => {
  const type = objectTypes.find(([beginning]) => act.startsWith(beginning))?.[1] ?? 'School';
  return { id, at, actor, keyId, action: act, objectId: encodeId(type, objectId), purpose };
};

const key = Symbol('audit entries by id');

/** Lines of the acting school's trail by id, in one statement a request. */
export const auditEntryById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, AuditEntry>(async (ids) => {
        const { db, hat } = await context.reading();
        const schoolId = hat.school ?? '';
        const rows = await readAuditEntries(db, schoolId, ids);
        return byKey(
          ids,
          rows.map((row) => entryOf({ ...row, objectId: row.objectId ?? schoolId })),
        );
      }),
  );
