import { freezeNotice } from '@guichet/admissions/notice/freeze-notice';
import { saveNotice } from '@guichet/admissions/notice/save-notice';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { decodeId } from '../connection/node-id.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { noticeById } from './notice.loaders.ts';
import { FreezeNoticeInput, FreezeNoticePayload, SaveNoticeInput, SaveNoticePayload } from './notice-acts.type.ts';
import { noticeDraftOf } from './notice-draft.loaders.ts';

@Resolver()
export class NoticeActsResolver {
  @Mutation(() => SaveNoticePayload, {
    description: 'Saves the acting school’s notice in preparation; nothing binds before it is frozen (préparer la notice).',
  })
  async saveNotice(
    @Arg('input', () => SaveNoticeInput, { description: 'What it is to say.' }) input: SaveNoticeInput,
    @Ctx() context: Context,
  ) {
    const outcome = await saveNotice(await context.work(), plainly(input));
    const read = (ids: Readonly<Record<string, string>>) => noticeDraftOf(context, ids.campaignId ?? '');
    const { changed, userErrors } = await payloadOf(outcome, context, read);
    return { noticeDraft: changed, userErrors };
  }

  @Mutation(() => FreezeNoticePayload, {
    description: 'Makes the next version of the acting school’s notice, as shown; binds from then on (figer la notice).',
  })
  async freezeNotice(
    @Arg('input', () => FreezeNoticeInput, { description: 'What was shown, and why.' }) input: FreezeNoticeInput,
    @Ctx() context: Context,
  ) {
    const outcome = await freezeNotice(await context.work(), { ...input, campaignId: requiredId('Campaign', input.campaignId) });
    const { changed, userErrors } = await payloadOf(outcome, context, (ids) => noticeById(context).load(ids.noticeId ?? ''));
    return { notice: changed, userErrors };
  }
}

// An id of nothing keeps its place in the list, so that the refusal names it.
const nobody = '00000000-0000-4000-8000-000000000000';

/** The input as the use-case takes it: plain, with uuids, every part of an entry named. */
function plainly({ campaignId, specialismIds, intake, ...given }: SaveNoticeInput) {
  return {
    ...given,
    campaignId: requiredId('Campaign', campaignId),
    specialismIds: specialismIds?.map((id) => decodeId('Specialism', id) ?? nobody) ?? specialismIds,
    intake:
      intake?.map(({ route, seats, bySpecialism }) => ({
        route,
        seats: seats ?? null,
        bySpecialism: bySpecialism?.map((part) => ({ code: part.code, seats: part.seats })) ?? null,
      })) ?? (intake as null | undefined),
    articles: given.articles?.map(({ article, rule }) => ({ article, rule })) ?? (given.articles as null | undefined),
  };
}
