import { type MailDeliveryRow, readMailDeliveries } from '@guichet/database/mail/mail-delivery.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const key = Symbol('mails by id');

/** Mails by id, in one statement a request. */
export const mailDeliveryById = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<string, MailDeliveryRow>(async (ids) =>
        byKey(ids, await readMailDeliveries((await context.reading()).db, { ids })),
      ),
  );
