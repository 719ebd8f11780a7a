/** What a person may be in a school (fonctions); one person may be several. */
export const schoolFunctions = ['ADMIN', 'OFFICER', 'REVIEWER', 'OBSERVER'] as const;
/** One of `schoolFunctions`. */
export type SchoolFunction = (typeof schoolFunctions)[number];

/** What a function lets a person do in its school. */
export type SchoolRight = 'MANAGE_PEOPLE' | 'EDIT_NOTICE' | 'READ_LIST' | 'OPEN_CANDIDACY' | 'WORK_QUEUE' | 'READ_ASSIGNED';

const officer: readonly SchoolRight[] = ['READ_LIST', 'OPEN_CANDIDACY', 'WORK_QUEUE'];

/** Which rights each function carries: an administrator has all of an officer's; an observer reads the list and opens nothing. */
export const rightsOf: Readonly<Record<SchoolFunction, readonly SchoolRight[]>> = {
  ADMIN: ['MANAGE_PEOPLE', 'EDIT_NOTICE', ...officer],
  OFFICER: officer,
  REVIEWER: ['READ_ASSIGNED'],
  OBSERVER: ['READ_LIST'],
};

/** What a person of several functions may do: the sum of them, and nothing without one. */
export const mayOf = (functions: Iterable<SchoolFunction>): ReadonlySet<SchoolRight> =>
  new Set([...functions].flatMap((each) => rightsOf[each]));

/** The highest of the functions held, in the order of `schoolFunctions`: what an opening is recorded under; null without one. */
export const highestOf = (functions: readonly SchoolFunction[]): SchoolFunction | null =>
  schoolFunctions.find((each) => functions.includes(each)) ?? null;
