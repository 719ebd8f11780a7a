import { saveSpecialism } from '@guichet/admissions/reference-data/save-specialism';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { specialismById } from '../specialism/specialism.loaders.ts';
import { bilingual } from '../text/bilingual-text.input.ts';
import { payloadOf } from '../user-error/payload.ts';
import { SaveSpecialismInput, SaveSpecialismPayload } from './save-specialism.type.ts';

@Resolver()
export class SaveSpecialismResolver {
  @Mutation(() => SaveSpecialismPayload, {
    description: 'Adds a specialism to the list every campaign shares, or changes one (spécialité).',
  })
  async saveSpecialism(
    @Arg('input', () => SaveSpecialismInput, { description: 'The specialism.' }) input: SaveSpecialismInput,
    @Ctx() context: Context,
  ) {
    const specialismId = input.specialismId == null ? null : requiredId('Specialism', input.specialismId);
    const sheet = { ...input, specialismId, name: bilingual(input.name) };
    const { changed, userErrors } = await payloadOf(await saveSpecialism(await context.work(), sheet), context, (ids) =>
      specialismById(context).load(ids.specialismId ?? ''),
    );
    return { specialism: changed, userErrors };
  }
}
