import { type NoticeRow, readNotices } from '@guichet/database/notice/notice.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('notices by id');

/** Frozen notices by id, in one statement a request. */
export const noticeById = (context: Context) =>
  context.loader(
    key,
    () => new DataLoader<string, NoticeRow>(async (ids) => byKey(ids, await readNotices((await context.reading()).db, { ids }))),
  );
