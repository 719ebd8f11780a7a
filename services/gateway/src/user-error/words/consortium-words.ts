import { words } from './code-words.ts';

/** Objections of the consortium's daily work. */
export const consortiumWords = {
  LINK_IS_GONE: words(
    'The mail held a link of one use, erased since (lien effacé).',
    'Son lien a été effacé : la personne doit en demander un nouveau.',
    'Its link was erased: the person must ask for a new one.',
  ),
} as const;
