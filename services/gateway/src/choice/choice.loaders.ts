import { newestCopy, stands } from '@guichet/admissions/application/standing-copy';
import type { ChosenSchool } from '@guichet/database/application/application.read';
import { findApplicationOfChoice } from '@guichet/database/application/choice-owner.read';
import { type ApplicationSource, ownApplication } from '../application/application.loaders.ts';
import { noticeById } from '../notice/notice.loaders.ts';
import type { Context } from '../principal/request-context.ts';
import type { ChoiceType } from './choice.type.ts';
import { judgedChoice, standingOf } from './judged-choice.ts';

/** A choice as its resolver receives it: its own facts, and the ids its loaders follow. */
export type ChoiceSource = Omit<ChoiceType, 'school' | 'specialisms'> & Pick<ChosenSchool, 'schoolId' | 'specialismIds'>;

/** The choices shown, in order of preference where there is one. */
export async function choicesOf(application: ApplicationSource, context: Context): Promise<ChoiceSource[]> {
  const ordered = application.choices.toSorted((a, b) => (a.preferenceRank ?? 0) - (b.preferenceRank ?? 0));
  return Promise.all(ordered.map((choice) => choiceSource(choice, application, context)));
}

async function choiceSource(choice: ChosenSchool, application: ApplicationSource, context: Context): Promise<ChoiceSource> {
  const { facts, isDraft } = application;
  const filed = application.filed.find(({ schoolId }) => schoolId === choice.schoolId) ?? null;
  const member = facts.members.find(({ schoolId }) => schoolId === choice.schoolId);
  // What was submitted is judged by the notice it was submitted under.
  const notice = !isDraft && filed ? (await noticeById(context).load(newestCopy(filed).noticeVersionId)).rules : member?.notice;
  return {
    ...choice,
    ...judgedChoice(choice, application, { notice: notice ?? null, locale: context.locale }),
    ...standingOf(isDraft && filed && !stands(filed) ? null : filed, application, context.locale),
  };
}

/** One own choice by its id, as its dossier shows it now; null when it is not shown, or another's. */
export async function ownChoice(context: Context, id: string): Promise<ChoiceSource | null> {
  const applicationId = await findApplicationOfChoice((await context.reading()).db, id);
  const application = applicationId === null ? null : await ownApplication(context, { ids: [applicationId] });
  return application ? ((await choicesOf(application, context)).find((choice) => choice.id === id) ?? null) : null;
}
