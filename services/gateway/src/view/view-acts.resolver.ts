import { changeView } from '@guichet/admissions/view/change-view';
import { deleteView } from '@guichet/admissions/view/delete-view';
import { saveView } from '@guichet/admissions/view/save-view';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { filterOf } from '../candidacy/queue.loaders.ts';
import { encodeId } from '../connection/node-id.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { viewById } from './view.loaders.ts';
import {
  ChangeViewInput,
  ChangeViewPayload,
  DeleteViewInput,
  DeleteViewPayload,
  SaveViewInput,
  SaveViewPayload,
} from './view-acts.type.ts';

type Ids = Readonly<Record<string, string>>;

@Resolver()
export class ViewActsResolver {
  @Mutation(() => SaveViewPayload, {
    description: 'Keeps a queue under a name, for oneself or for the whole team (enregistrer une vue).',
  })
  async saveView(@Arg('input', () => SaveViewInput, { description: 'The view.' }) input: SaveViewInput, @Ctx() context: Context) {
    const { filter, orderBy, columns, ...given } = { ...input, campaignId: requiredId('Campaign', input.campaignId) };
    const sheet = { filter: filterOf(filter), orderBy: orderBy ?? 'RECEIVED_AT_ASC', columns: columns ?? [] } as const;
    const outcome = await saveView(await context.work(), { ...given, ...sheet });
    const { changed, userErrors } = await payloadOf(outcome, context, ({ viewId = '' }: Ids) => viewById(context).load(viewId));
    return { view: changed, userErrors };
  }

  @Mutation(() => ChangeViewPayload, { description: 'Changes what a saved view keeps (modifier une vue).' })
  async changeView(
    @Arg('input', () => ChangeViewInput, { description: 'What is to change.' }) input: ChangeViewInput,
    @Ctx() context: Context,
  ) {
    const outcome = await changeView(await context.work(), changeOf(input));
    const { changed, userErrors } = await payloadOf(outcome, context, ({ viewId = '' }: Ids) => viewById(context).load(viewId));
    return { view: changed, userErrors };
  }

  @Mutation(() => DeleteViewPayload, { description: 'Forgets a saved view (supprimer une vue).' })
  async deleteView(
    @Arg('input', () => DeleteViewInput, { description: 'Which.' }) input: DeleteViewInput,
    @Ctx() context: Context,
  ) {
    const outcome = await deleteView(await context.work(), { ...input, viewId: requiredId('View', input.viewId) });
    const { changed, userErrors } = await payloadOf(outcome, context, gone);
    return { deletedViewId: changed, userErrors };
  }
}

const gone = async ({ viewId = '' }: Ids) => encodeId('View', viewId);

const changeOf = ({ viewId, name, filter, orderBy, columns, ...given }: ChangeViewInput) => ({
  ...given,
  viewId: requiredId('View', viewId),
  name: name ?? undefined,
  filter: filter === undefined ? undefined : filterOf(filter),
  orderBy: orderBy ?? undefined,
  columns: columns === undefined ? undefined : (columns ?? []),
});
