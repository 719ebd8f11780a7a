import { mayOf, type SchoolFunction } from '../account/school-function.ts';
import { type Fault, faultsOfAnswers, line } from '../application/field-checks.ts';

/** Longest name of a saved view, in code points. */
export const longestViewName = 60;
/** Most views one person keeps, and most a school keeps, in one campaign (decision 0015): their counts come in one statement. */
export const mostViews = 30;

/** Why a saved view is refused by itself; whether its name is taken is its holder's list's business. */
export type ViewFault = Fault;

/** A saved view bears one plain line for a name. */
export const faultsOfViewName = (name: string): ViewFault[] => faultsOfAnswers({ name }, { name: line(longestViewName) }, []);

/** The school's views are made, changed and deleted by who works its queue; one's own by whoever sees it (decision 0015). */
export const mayShareViews = (functions: readonly SchoolFunction[]): boolean => mayOf(functions).has('WORK_QUEUE');
