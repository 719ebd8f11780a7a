import { statementDigest } from '@guichet/admissions/application/submit-application';
import { missingItems, sectionStatuses } from '@guichet/domain/application/sections';
import { statement } from '@guichet/domain/application/submission';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { choicesOf } from '../choice/choice.loaders.ts';
import { asksFor } from '../connection/asks-for.ts';
import { answersAsked } from '../dossier/answers.type.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { messageOf } from '../user-error/worded.ts';
import { type ApplicationSource, factsOf } from './application.loaders.ts';
import { ApplicationType } from './application.type.ts';
import { availableActions } from './available-actions.ts';

/** What of a choice a notice answers. */
const judgements = ['outcome', 'noticeVersion', 'objections'];

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  @FieldResolver({ description: 'The campaign it is filed in.' })
  campaign(@Root() { campaignId }: ApplicationSource, @Ctx() context: Context) {
    return campaignById(context).load(campaignId);
  }

  @FieldResolver({ description: 'The words to attest at submission (attestation).' })
  submission() {
    return { statement, statementDigest };
  }

  @FieldResolver({ description: 'Free answers (réponses); empty until saved.' })
  answers(@Root() { answers }: ApplicationSource) {
    return answersAsked(answers);
  }

  @FieldResolver({
    description:
      'Where the orals are sat; need not be a chosen school (centre d’examen). Null until picked, or when each school has its own.',
  })
  async examCentre(@Root() application: ApplicationSource, @Ctx() context: Context) {
    const { examCentreId } = application;
    if (examCentreId === null || (await factsOf(application, context)).oralsMode === 'PER_SCHOOL') return null;
    return schoolById(context).load(examCentreId);
  }

  @FieldResolver({ description: 'Schools chosen, most wanted first where there is an order (vœux).' })
  choices(@Root() application: ApplicationSource, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return choicesOf(application, context, { isJudged: judgements.some((field) => asksFor(info, field)) });
  }

  @FieldResolver({ description: 'How far each section has come (rubriques).' })
  async sections(@Root() application: ApplicationSource, @Ctx() context: Context) {
    const statuses = sectionStatuses(application, await factsOf(application, context), application.asOf);
    return statuses.map(({ section: name, status }) => ({ name, status }));
  }

  @FieldResolver({ description: 'What still blocks submission, all of it; empty once submitted.' })
  async missing(@Root() application: ApplicationSource, @Ctx() context: Context) {
    const { asOf, isDraft, zone } = application;
    const items = isDraft ? missingItems(application, await factsOf(application, context), asOf) : [];
    return items.map((item) => ({ ...item, code: item.reason, message: messageOf({ ...item }, context.locale, zone) }));
  }

  @FieldResolver({ description: 'What can be done now.' })
  async availableActions(@Root() application: ApplicationSource, @Ctx() context: Context) {
    return availableActions(application, await factsOf(application, context));
  }
}
