import { newestCopy, stands } from '@guichet/admissions/application/standing-copy';
import type { ChosenSchool, ToldSchool } from '@guichet/database/application/application.read';
import { findApplicationOfChoice } from '@guichet/database/application/choice-owner.read';
import { type ApplicationSource, factsOf, ownApplication } from '../application/application.loaders.ts';
import { noticeById } from '../notice/notice.loaders.ts';
import type { Context } from '../principal/request-context.ts';
import { type Judged, judgedChoice, type Standing, standingOf } from './judged-choice.ts';

/** A choice as its resolver receives it: its own facts and its school, what a notice says of it where that was asked for, and the ids its loaders follow. */
export type ChoiceSource = Standing & Partial<Judged> & ChosenSchool & { readonly school?: ToldSchool };

/** The choices shown, in order of preference where there is one. */
export async function choicesOf(
  application: ApplicationSource,
  context: Context,
  { isJudged }: { readonly isJudged: boolean },
): Promise<ChoiceSource[]> {
  const ordered = application.choices.toSorted((a, b) => (a.preferenceRank ?? 0) - (b.preferenceRank ?? 0));
  const sources = ordered.map((choice) => standingChoice(choice, application, context));
  if (!isJudged) return sources;
  return Promise.all(sources.map(async (source) => Object.assign(source, await judged(source, application, context))));
}

function standingChoice(choice: ChosenSchool, application: ApplicationSource, { locale }: Context): ChoiceSource {
  const { isDraft } = application;
  const filed = filedAt(choice, application);
  const school = application.schools.find(({ id }) => id === choice.schoolId);
  const standing = standingOf(isDraft && filed && !stands(filed) ? null : filed, application, locale);
  // Assigned to it, for what it finds when asked would be found now if it were spread.
  return Object.assign(standing, choice, school === undefined ? {} : { school });
}

const filedAt = ({ schoolId }: ChosenSchool, { filed }: ApplicationSource) =>
  filed.find((school) => school.schoolId === schoolId) ?? null;

async function judged(choice: ChosenSchool, application: ApplicationSource, context: Context): Promise<Judged> {
  const facts = await factsOf(application, context);
  const filed = filedAt(choice, application);
  const member = facts.members.find(({ schoolId }) => schoolId === choice.schoolId);
  // What was submitted is judged by the notice it was submitted under.
  const isFiled = !application.isDraft && filed;
  const notice = isFiled ? (await noticeById(context).load(newestCopy(filed).noticeVersionId)).rules : member?.notice;
  return judgedChoice(choice, application, { notice: notice ?? null, facts, locale: context.locale });
}

/** One own choice by its id, as its dossier shows it now; null when it is not shown, or another's. */
export async function ownChoice(context: Context, id: string): Promise<ChoiceSource | null> {
  const applicationId = await findApplicationOfChoice((await context.reading()).db, id);
  const application = applicationId === null ? null : await ownApplication(context, { ids: [applicationId] });
  const choices = application ? await choicesOf(application, context, { isJudged: true }) : [];
  const found = choices.find((choice) => choice.id === id);
  if (!found) return null;
  // A row of its own: who fetches it may spread it.
  const { timeline, stateSince, stateWords } = found;
  return { ...found, timeline, stateSince, stateWords };
}
