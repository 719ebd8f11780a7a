import { saveSchool } from '@guichet/admissions/school/save-school';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { SaveSchoolInput, SaveSchoolPayload } from './save-school.type.ts';
import { schoolById } from './school.loaders.ts';

@Resolver()
export class SaveSchoolResolver {
  @Mutation(() => SaveSchoolPayload, { description: 'Saves what the acting school says of itself (page de l’école).' })
  async saveSchool(
    @Arg('input', () => SaveSchoolInput, { description: 'What it says.' }) input: SaveSchoolInput,
    @Ctx() context: Context,
  ) {
    const outcome = await saveSchool(await context.work(), plainly(input));
    const { changed, userErrors } = await payloadOf(outcome, context, (ids) => schoolById(context).load(ids.schoolId ?? ''));
    return { school: changed, userErrors };
  }
}

const plainly = ({ shortName, city, colour, contact, ...given }: SaveSchoolInput) => ({
  ...given,
  shortName: shortName ?? undefined,
  city: city ?? undefined,
  colour: colour ?? undefined,
  contact: contact ? { name: contact.name, telephone: contact.telephone ?? null, email: contact.email ?? null } : contact,
});
