import { chooseExamCentre } from '@guichet/admissions/application/section/choose-exam-centre';
import { chooseSchools } from '@guichet/admissions/application/section/choose-schools';
import { saveAnswers } from '@guichet/admissions/application/section/save-answers';
import { saveArrangements } from '@guichet/admissions/application/section/save-arrangements';
import { saveQualification } from '@guichet/admissions/application/section/save-qualification';
import { saveStudies } from '@guichet/admissions/application/section/save-studies';
import { saveContact } from '@guichet/admissions/candidate/save-contact';
import { saveIdentity } from '@guichet/admissions/candidate/save-identity';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../principal/request-context.ts';
import { ApplicationType } from '../application.type.ts';
import { answered, applicationPayload } from '../application-payload.type.ts';
import { givenAct, idOrNobody } from '../given-act.ts';
import { SaveAnswersInput, SaveArrangementsInput } from './answers-inputs.type.ts';
import { type ChoiceInput, ChooseExamCentreInput, ChooseSchoolsInput } from './choice-inputs.type.ts';
import { SaveContactInput, SaveIdentityInput } from './identity-inputs.type.ts';
import { SaveQualificationInput, SaveStudiesInput } from './studies-inputs.type.ts';

const SaveIdentityPayload = applicationPayload('SaveIdentity');
const SaveContactPayload = applicationPayload('SaveContact');
const SaveStudiesPayload = applicationPayload('SaveStudies');
const SaveQualificationPayload = applicationPayload('SaveQualification');
const SaveAnswersPayload = applicationPayload('SaveAnswers');
const SaveArrangementsPayload = applicationPayload('SaveArrangements');
const ChooseExamCentrePayload = applicationPayload('ChooseExamCentre');
const ChooseSchoolsPayload = applicationPayload('ChooseSchools');

@Resolver(() => ApplicationType)
export class SectionActsResolver {
  @Mutation(() => SaveIdentityPayload, { description: 'Saves the identity, complete or not (identité).' })
  async saveIdentity(
    @Arg('input', () => SaveIdentityInput, { description: 'What to save.' }) input: SaveIdentityInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, saveIdentity(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => SaveContactPayload, { description: 'Saves the contact, complete or not (coordonnées).' })
  async saveContact(
    @Arg('input', () => SaveContactInput, { description: 'What to save.' }) input: SaveContactInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, saveContact(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => SaveStudiesPayload, { description: 'Saves the years of study, complete or not (études).' })
  async saveStudies(
    @Arg('input', () => SaveStudiesInput, { description: 'What to save.' }) input: SaveStudiesInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, saveStudies(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => SaveQualificationPayload, { description: 'Saves the title relied on, complete or not (titre).' })
  async saveQualification(
    @Arg('input', () => SaveQualificationInput, { description: 'What to save.' }) input: SaveQualificationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, saveQualification(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => SaveAnswersPayload, { description: 'Saves the free answers (motivation).' })
  async saveAnswers(
    @Arg('input', () => SaveAnswersInput, { description: 'What to save.' }) input: SaveAnswersInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, saveAnswers(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => SaveArrangementsPayload, {
    description: 'Saves what is needed at the orals; no school reads it (aménagements).',
  })
  async saveArrangements(
    @Arg('input', () => SaveArrangementsInput, { description: 'What to save.' }) input: SaveArrangementsInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, saveArrangements(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => ChooseExamCentrePayload, { description: 'Picks where the orals are sat (centre d’examen).' })
  async chooseExamCentre(
    @Arg('input', () => ChooseExamCentreInput, { description: 'Where.' }) input: ChooseExamCentreInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const examCentreId = input.examCentreId == null ? null : idOrNobody('School', input.examCentreId);
    return answered(context, chooseExamCentre(await context.work(), { ...givenAct(input), examCentreId }), info);
  }

  @Mutation(() => ChooseSchoolsPayload, { description: 'Schools and, under RANKED_MATCH, their ranks: a permutation (vœux).' })
  async chooseSchools(
    @Arg('input', () => ChooseSchoolsInput, { description: 'Which.' }) input: ChooseSchoolsInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const choices = input.choices.map(chosen);
    return answered(context, chooseSchools(await context.work(), { ...givenAct(input), choices }), info);
  }
}

const chosen = ({ schoolId, specialismIds, preferenceRank }: ChoiceInput) => ({
  schoolId: idOrNobody('School', schoolId),
  specialismIds: specialismIds.map((id) => idOrNobody('Specialism', id)),
  preferenceRank: preferenceRank ?? null,
});
