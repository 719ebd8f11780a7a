import { schoolFunctions } from '../account/school-function.ts';

/** As what a dossier is read: a function in the school, a school's own system by its key, or the consortium by break-glass. */
export const fileReaders = [...schoolFunctions, 'API_KEY', 'CONSORTIUM'] as const;
/** One of `fileReaders`. */
export type FileReader = (typeof fileReaders)[number];

/** By which means its content is read; only a look on screen ends "not looked at yet". */
export const readingMeans = ['SCREEN', 'EXPORT', 'KEY', 'BREAK_GLASS'] as const;
/** One of `readingMeans`. */
export type ReadingMeans = (typeof readingMeans)[number];
