import type { Section } from '@guichet/domain/application/sections';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import { typography } from '@guichet/domain/text/typography';
import type { Locale } from '../http/locale.ts';
import type { UserErrorCode, UserErrorType } from './user-error.type.ts';
import { codeWords } from './words/every-code.ts';
import { sectionWords } from './words/section-words.ts';

/** Something that blocks a submission, and the part of the dossier it stands in. */
interface Missing {
  readonly section: Section;
  readonly reason: UserErrorCode;
  readonly path: readonly string[];
  readonly max?: number;
}

/** An objection as a rule returns it: its reason, the facts it names, and where in the input it stands. */
export interface Objection {
  readonly reason: UserErrorCode;
  readonly path?: readonly string[] | null;
  readonly closedAt?: Temporal.Instant;
  readonly opensAt?: Temporal.Instant;
  readonly currentVersion?: number;
  readonly item?: Missing;
  readonly [fact: string]: unknown;
}

/** Words an objection in the reader's language; dates are written in full, in the zone they were announced in. */
export const worded =
  (locale: Locale, zone = 'Europe/Paris') =>
  (objection: Objection): UserErrorType => ({
    ...objection,
    code: objection.reason,
    message: messageOf(objection, locale, zone),
    path: objection.item?.path ?? objection.path ?? pathOf(objection),
  });

/** A version that was overtaken stands in the same field of every input; any other objection without a path is about the whole. */
const pathOf = ({ reason }: Objection): readonly string[] | null => (reason === 'STALE_VERSION' ? ['expectedVersion'] : null);

/** The sentence for an objection, its facts filled in. */
export function messageOf(objection: Objection, locale: Locale, zone: string): string {
  const { item, closedAt, opensAt } = objection;
  const at = closedAt ?? opensAt;
  const facts: Record<string, unknown> = {
    ...objection,
    ...(at ? { date: dateInFull(at, locale, zone) } : {}),
    ...(item ? { section: sectionWords[item.section][locale], item: withinSentence(messageOf({ ...item }, locale, zone)) } : {}),
  };
  const sentence = codeWords[objection.reason][locale].replaceAll(/\{(\w+)\}/g, (_, fact: string) => textOf(facts[fact], locale));
  return typography(sentence, locale);
}

/** The item says in its own words how to mend it: a sentence within another, without capital and full stop. */
const withinSentence = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

/** Facts are words and numbers; anything else has no place in a sentence. */
function textOf(fact: unknown, locale: Locale): string {
  // A year is a number too, so thousands stay together.
  if (typeof fact === 'number') return fact.toLocaleString(locale, { useGrouping: false });
  return typeof fact === 'string' ? fact : '';
}
