import { readViews, type ViewRow } from '@guichet/database/view/view.read';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { type Desk, SchoolDeskType } from '../desk/school-desk.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { absentIdsOf, shownTo, sizeOfView } from './view.loaders.ts';
import { ViewType } from './view.type.ts';
import { shownFilter, ViewFilterType } from './view-filter.type.ts';

@Resolver(() => SchoolDeskType)
export class ViewListResolver {
  @FieldResolver(() => [ViewType], {
    description:
      'Views saved in one campaign: the school’s, then the reader’s own, each by name; at most 30 of each (vues). A key is shown none that narrows by readers, nor by labels it may not read.',
  })
  async views(
    @Root() { schoolId }: Desk,
    @Arg('campaignId', () => ID, { description: 'Of which campaign.' }) campaignId: string,
    @Ctx() context: Context,
  ) {
    const { id } = await campaignById(context).load(requiredId('Campaign', campaignId));
    return shownTo(context, await readViews((await context.reading()).db, schoolId, { campaignId: id }));
  }
}

@Resolver(() => ViewType)
export class ViewResolver {
  @FieldResolver(() => ViewFilterType, { description: 'Which candidacies (filtre).' })
  filter(@Root() { filter }: ViewRow): ViewFilterType {
    return shownFilter(filter);
  }

  @FieldResolver({ description: 'How many candidacies it holds now, of those the reader may see (compteur).' })
  count(@Root() row: ViewRow, @Ctx() context: Context): Promise<number> {
    return sizeOfView(context).load(row);
  }

  @FieldResolver({
    description: 'Ids its filter names that are no more, as a label deleted since: they match nothing (filtre périmé).',
  })
  absentIds(@Root() row: ViewRow, @Ctx() context: Context): Promise<readonly string[]> {
    return absentIdsOf(context).load(row);
  }
}
