import { statementDigest } from '@guichet/admissions/application/submit-application';
import { missingItems, sectionStatuses } from '@guichet/domain/application/sections';
import { statement } from '@guichet/domain/application/submission';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { choicesOf } from '../choice/choice.loaders.ts';
import { answersAsked } from '../dossier/answers.type.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { messageOf } from '../user-error/worded.ts';
import type { ApplicationSource } from './application.loaders.ts';
import { ApplicationType } from './application.type.ts';
import { availableActions } from './available-actions.ts';

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
  examCentre(@Root() { examCentreId, facts }: ApplicationSource, @Ctx() context: Context) {
    return examCentreId === null || facts.oralsMode === 'PER_SCHOOL' ? null : schoolById(context).load(examCentreId);
  }

  @FieldResolver({ description: 'Schools chosen, most wanted first where there is an order (vœux).' })
  choices(@Root() application: ApplicationSource, @Ctx() context: Context) {
    return choicesOf(application, context);
  }

  @FieldResolver({ description: 'How far each section has come (rubriques).' })
  sections(@Root() application: ApplicationSource) {
    const statuses = sectionStatuses(application, application.facts, application.asOf);
    return statuses.map(({ section: name, status }) => ({ name, status }));
  }

  @FieldResolver({ description: 'What still blocks submission, all of it; empty once submitted.' })
  missing(@Root() application: ApplicationSource, @Ctx() { locale }: Context) {
    const { facts, asOf, isDraft } = application;
    const items = isDraft ? missingItems(application, facts, asOf) : [];
    return items.map((item) => ({ ...item, code: item.reason, message: messageOf({ ...item }, locale, facts.zone) }));
  }

  @FieldResolver({ description: 'What can be done now.' })
  availableActions(@Root() application: ApplicationSource) {
    return availableActions(application);
  }
}
