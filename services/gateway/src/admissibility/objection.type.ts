import type { Objection } from '@guichet/domain/admissibility/admissibility';
import { articleOf, type NoticeRules } from '@guichet/domain/notice/notice';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Locale } from '../http/locale.ts';
import { enumOf } from '../text/enum-of.ts';
import { type UserErrorCode, UserErrorCodeEnum } from '../user-error/user-error.type.ts';
import { messageOf } from '../user-error/worded.ts';

export const admissibilityOutcomes = ['ADMISSIBLE', 'TO_COMPLETE', 'INADMISSIBLE', 'NEEDS_A_HUMAN'] as const;
export type AdmissibilityOutcome = (typeof admissibilityOutcomes)[number];

export const AdmissibilityOutcomeEnum = enumOf(admissibilityOutcomes);
registerEnumType(AdmissibilityOutcomeEnum, {
  name: 'AdmissibilityOutcome',
  description: 'What a school’s notice answers to a dossier (recevabilité).',
  valuesConfig: {
    ADMISSIBLE: { description: 'No rule objects (recevable).' },
    TO_COMPLETE: { description: 'Too little was told to judge (à compléter).' },
    INADMISSIBLE: { description: 'A rule objects (non recevable).' },
    NEEDS_A_HUMAN: { description: 'Only a judgement is left open: a human decides (à trancher).' },
  },
});

@ObjectType('Objection', { description: 'Why a notice would not admit a dossier (objection).', simpleResolvers: true })
export class ObjectionType {
  @Field(() => UserErrorCodeEnum, { description: 'For programs; accept unknown values.' })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: 'For people, in the language asked for.' })
  readonly message!: string;

  @Field(() => String, { description: 'Version and article of the notice it comes from (notice, article).' })
  readonly source!: string;
}

/** The zone dates are announced in, and the reader's language. */
export interface Wording {
  readonly locale: Locale;
  readonly zone: string;
}

/** What speaks against a dossier: a rule of the notice, or the procedure itself. */
type Spoken = Objection | { readonly reason: 'PARTNER_STUDENT' | 'SCHOOL_NOT_OPEN' };

/** An objection in words, with the version and the article of the notice it comes from; the procedure itself is in no notice. */
export const objectionInWords = (
  objection: Spoken,
  notice: Pick<NoticeRules, 'number' | 'articles'> | null,
  { locale, zone }: Wording,
): ObjectionType => ({
  code: objection.reason,
  message: messageOf({ ...objection }, locale, zone),
  source: sourceOf(objection, notice) ?? procedure[locale],
});

const procedure = { fr: 'Règles de la procédure', en: 'Rules of the procedure' };

/** The same words in both languages: notice, version, article. */
function sourceOf({ reason }: Spoken, notice: Pick<NoticeRules, 'number' | 'articles'> | null): string | null {
  if (reason === 'PARTNER_STUDENT' || reason === 'SCHOOL_NOT_OPEN' || !notice) return null;
  const article = articleOf(notice, reason);
  return article === null ? `Notice, version ${notice.number}` : `Notice, version ${notice.number}, article ${article}`;
}
