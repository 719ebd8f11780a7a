import type { NoticeRules } from './notice.ts';

/** The parts of a notice in which two versions may differ. */
export const noticeParts = ['SPECIALISM', 'SEATS', 'SPECIALISMS_PER_CHOICE', 'ARTICLE', 'REQUIRED_ECTS'] as const;
/** One of `noticeParts`. */
export type NoticePart = (typeof noticeParts)[number];

/** One difference between two versions: which part, which one of it, and what stood there before and after; null where nothing stood. */
export interface NoticeChange {
  readonly part: NoticePart;
  /** Code of the specialism, route with or without specialism, or what the article is about; null where a notice has but one. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a notice changes of the version in force, in reading order; everything, when none is in force. A number alone is no change. */
export const changesOfNotice = (inForce: NoticeRules | null, next: NoticeRules): NoticeChange[] =>
  noticeParts.flatMap((part) => differences(part, inForce ? linesOf[part](inForce) : [], linesOf[part](next)));

/** One line of a notice: its name within the part, and its text. */
type Line = readonly [name: string | null, text: string];

const notPublished = '-';

/** A notice part by part; a specialism reads as the mentions it admits, in no order, seats not published as `-`. */
const linesOf: Readonly<Record<NoticePart, (rules: NoticeRules) => readonly Line[]>> = {
  SPECIALISM: ({ specialisms }) =>
    specialisms.map(({ code, admittedMentions }) => [code, [...admittedMentions].toSorted().join(' ')]),
  SEATS: ({ intake }) =>
    intake.flatMap(({ route, seats, bySpecialism }): Line[] => [
      [route, seats === null ? notPublished : String(seats)],
      ...(bySpecialism ?? []).map((part): Line => [`${route} ${part.code}`, String(part.seats)]),
    ]),
  SPECIALISMS_PER_CHOICE: ({ specialismsPerChoice }) => [[null, String(specialismsPerChoice)]],
  ARTICLE: ({ articles }) => articles.map(({ article, rule }) => [rule, String(article)]),
  REQUIRED_ECTS: ({ requiredEcts }) => [[null, String(requiredEcts)]],
};

function differences(part: NoticePart, before: readonly Line[], after: readonly Line[]): NoticeChange[] {
  const [was, is] = [new Map(before), new Map(after)];
  const names = [...is.keys(), ...[...was.keys()].filter((name) => !is.has(name))];
  return names
    .map((name) => ({ part, name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}
