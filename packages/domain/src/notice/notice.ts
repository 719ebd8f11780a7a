/** The ways into a school (voies); each has its own line in the intake plan (published page). */
export const routes = ['ASTG3', 'ENTRANCE_EXAM', 'POST_SECONDARY', 'APPLICATION_BASED', 'INTERNATIONAL_SESSIONS'] as const;
/** One of `routes`. */
export type Route = (typeof routes)[number];

/** What an article of a notice is about. */
export const noticeRules = ['level', 'specialism', 'deadline'] as const;
/** One of `noticeRules`. */
export type NoticeRule = (typeof noticeRules)[number];

/** A specialism a school admits to, with the codes of the national mentions (M1) it takes. */
export interface AdmittingSpecialism {
  readonly id: string;
  readonly code: string;
  readonly admittedMentions: readonly string[];
}

/** Seats of one route; null seats: not published, null division: not divided by specialism. */
export interface IntakeEntry {
  readonly route: Route;
  readonly seats: number | null;
  readonly bySpecialism: readonly { readonly code: string; readonly seats: number }[] | null;
}

/** A school's rules for a campaign (notice); once frozen under its number they bind. */
export interface NoticeRules {
  /** The version, counted from 1. */
  readonly number: number;
  /** Credits (ECTS) that count as four years after the baccalauréat, 240 by default. */
  readonly requiredEcts: number;
  /** How many specialisms a candidate may name, in order; one by default. */
  readonly specialismsPerChoice: number;
  readonly specialisms: readonly AdmittingSpecialism[];
  readonly intake: readonly IntakeEntry[];
  readonly articles: readonly { readonly article: number; readonly rule: NoticeRule }[];
}

const ruleOf = {
  DEADLINE_PASSED: 'deadline',
  LEVEL_TOO_LOW: 'level',
  LEVEL_TO_JUDGE: 'level',
  SPECIALISM_NOT_ADMITTED: 'specialism',
  SPECIALISM_TO_JUDGE: 'specialism',
} as const satisfies Record<string, NoticeRule>;

/** The article of a notice that an objection comes from, or null when the notice numbers none for it. */
export const articleOf = (rules: Pick<NoticeRules, 'articles'>, reason: keyof typeof ruleOf): number | null =>
  rules.articles.find(({ rule }) => rule === ruleOf[reason])?.article ?? null;

/** What in a notice contradicts itself; `path` leads to it. */
export interface NoticeFault {
  readonly reason:
    | 'NUMBER_OUT_OF_RANGE'
    | 'NAMED_TWICE'
    | 'SEATS_DO_NOT_ADD_UP'
    | 'SEATS_NOT_PUBLISHED_YET_DIVIDED'
    | 'SPECIALISM_NOT_OFFERED';
  readonly path: readonly string[];
}

const mostEcts = 600;
const mostSeats = 10_000;

/** A notice can be frozen when nothing in it contradicts itself; all faults at once. What is merely absent is `objectionsToOpening`'s. */
export const faultsOfNotice = (rules: NoticeRules): NoticeFault[] => [
  ...outOfRange(rules.number, [1, Number.MAX_SAFE_INTEGER], ['number']),
  ...outOfRange(rules.requiredEcts, [0, mostEcts], ['requiredEcts']),
  ...outOfRange(rules.specialismsPerChoice, [1, Math.max(1, rules.specialisms.length)], ['specialismsPerChoice']),
  ...faultsOfSpecialisms(rules),
  ...twice(
    rules.intake.map(({ route }) => route),
    ['intake'],
    'route',
  ),
  ...rules.intake.flatMap((entry, index) => faultsOfEntry(entry, rules, ['intake', String(index)])),
  ...twice(
    rules.articles.map(({ rule }) => rule),
    ['articles'],
    'rule',
  ),
  ...rules.articles.flatMap(({ article }, index) => outOfRange(article, [1, 999], ['articles', String(index), 'article'])),
];

const faultsOfSpecialisms = ({ specialisms }: NoticeRules): NoticeFault[] => [
  ...twice(
    specialisms.map(({ id }) => id),
    ['specialisms'],
    'id',
  ),
  ...twice(
    specialisms.map(({ code }) => code),
    ['specialisms'],
    'code',
  ),
  ...specialisms.flatMap(({ admittedMentions }, index) =>
    twice(admittedMentions, ['specialisms', String(index), 'admittedMentions']),
  ),
];

/** Seats of a route are whole; a division names own specialisms, each once, and adds up to the route's seats. */
function faultsOfEntry(
  { seats, bySpecialism }: IntakeEntry,
  { specialisms }: NoticeRules,
  path: readonly string[],
): NoticeFault[] {
  const faults = seats === null ? [] : outOfRange(seats, [0, mostSeats], [...path, 'seats']);
  if (bySpecialism === null) return faults;
  const own = new Set(specialisms.map(({ code }) => code));
  const parts = [...path, 'bySpecialism'];
  const foreign = bySpecialism.flatMap(({ code }, index): NoticeFault[] =>
    own.has(code) ? [] : [{ reason: 'SPECIALISM_NOT_OFFERED', path: [...parts, String(index), 'code'] }],
  );
  const uncountable = bySpecialism.flatMap((part, index) =>
    outOfRange(part.seats, [0, mostSeats], [...parts, String(index), 'seats']),
  );
  return [
    ...faults,
    ...foreign,
    ...twice(
      bySpecialism.map(({ code }) => code),
      parts,
      'code',
    ),
    ...uncountable,
    ...sumFaults(seats, bySpecialism, parts),
  ];
}

function sumFaults(seats: number | null, parts: readonly { readonly seats: number }[], path: readonly string[]): NoticeFault[] {
  if (seats === null) return [{ reason: 'SEATS_NOT_PUBLISHED_YET_DIVIDED', path }];
  const sum = parts.reduce((total, part) => total + part.seats, 0);
  return sum === seats ? [] : [{ reason: 'SEATS_DO_NOT_ADD_UP', path }];
}

const outOfRange = (value: number, [least, most]: readonly [number, number], path: readonly string[]): NoticeFault[] =>
  Number.isInteger(value) && value >= least && value <= most ? [] : [{ reason: 'NUMBER_OUT_OF_RANGE', path }];

/** Every name that stands earlier in the list already; `field` is where in the entry it is, when the entry is no plain name. */
function twice(names: readonly string[], path: readonly string[], field?: string): NoticeFault[] {
  const seen = new Set<string>();
  return names.flatMap((name, index): NoticeFault[] => {
    if (seen.has(name)) return [{ reason: 'NAMED_TWICE', path: [...path, String(index), ...(field ? [field] : [])] }];
    seen.add(name);
    return [];
  });
}
