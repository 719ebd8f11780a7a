import { retryMail } from '@guichet/admissions/mail/retry-mail';
import { readMailDeliveries } from '@guichet/database/mail/mail-delivery.read';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { ConsortiumDeskType } from '../consortium/consortium-desk.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { mailDeliveryById } from './mail-delivery.loaders.ts';
import { MailDeliveryConnection, MailsArguments, RetryMailInput, RetryMailPayload } from './mail-delivery.type.ts';

@Resolver(() => ConsortiumDeskType)
export class MailDeliveryResolver {
  @FieldResolver(() => MailDeliveryConnection, {
    description: 'Every mail and what became of it, newest first; no address, no content (courriels).',
  })
  async mails(@Args(() => MailsArguments) { states, ...given }: MailsArguments, @Ctx() context: Context) {
    const page = pageWindow(given);
    const filter = states?.toSorted() ?? null;
    const digest = digestOf({ name: 'consortium.mails', order: 'AT_DESC', filter });
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readMailDeliveries((await context.reading()).db, { states: filter, after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ key, id }) => ({ key, id }), nodeOf: (row) => row });
  }

  @Mutation(() => RetryMailPayload, { description: 'Has a mail that was given up tried again within seconds (renvoyer).' })
  async retryMail(@Arg('input', () => RetryMailInput, { description: 'Which.' }) input: RetryMailInput, @Ctx() context: Context) {
    const act = { mailId: requiredId('MailDelivery', input.mailId), idempotencyKey: input.idempotencyKey };
    const outcome = await retryMail(await context.work(), act);
    const read = ({ mailId = '' }) => mailDeliveryById(context).load(mailId);
    const { changed, userErrors } = await payloadOf(outcome, context, read);
    return { mail: changed, userErrors };
  }
}
