import { type InvitationRow, readConsortiumInvitations, readInvitations } from '@guichet/database/membership/invitation.read';
import DataLoader from 'dataloader';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('invitations by id');

/** Invitations of the acting school, or those the consortium sent, by id, in one statement a request. */
export const invitationById = (context: Context) =>
  context.loader(key, () => new DataLoader<string, InvitationRow>(async (ids) => byKey(ids, await readOwn(context, { ids }))));

/** A page of them, newest first. */
export async function invitationsOf(context: Context, given: Parameters<typeof pageWindow>[0]) {
  const page = pageWindow(given);
  const digest = digestOf({ name: 'invitations', order: 'AT_DESC', filter: null });
  const after = positionOf(page, digest, isInstantKey);
  const rows = await readOwn(context, { after, limit: rowsToRead(page) });
  return connectionFrom(rows, { page, digest, positionOf: ({ key: at, id }) => ({ key: at, id }), nodeOf: (row) => row });
}

async function readOwn(context: Context, which: Parameters<typeof readConsortiumInvitations>[1]) {
  const { db, hat } = await context.reading();
  return hat.school === undefined
    ? readConsortiumInvitations(db, which)
    : readInvitations(db, { ...which, schoolId: hat.school });
}
