import type { CodeWords } from './user-error-words.ts';

const words = (meaning: string, fr: string, en: string): CodeWords => ({ meaning, fr, en });

/** Objections of the consortium's daily work. */
export const consortiumWords = {
  LINK_IS_GONE: words(
    'The mail held a link of one use, erased since (lien effacé).',
    'Son lien a été effacé : la personne doit en demander un nouveau.',
    'Its link was erased: the person must ask for a new one.',
  ),
} as const;
