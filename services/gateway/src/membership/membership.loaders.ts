import { type MemberRow, readMembers } from '@guichet/database/membership/member.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('members by id');

/** Members of the acting school by id, in one statement a request. */
export const memberById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, MemberRow>(async (ids) => {
        const { db, hat } = await context.reading();
        return byKey(ids, await readMembers(db, hat.school ?? '', ids));
      }),
  );
