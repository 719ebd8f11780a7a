import { words } from './code-words.ts';

/** Objections to an export. */
export const exportWords = {
  LIST_NOT_YOURS: words(
    'A key exports only what its scopes let it read (hors portée).',
    'Cette clé ne lit pas les candidatures : donnez-lui aussi cette portée.',
    'This key does not read candidacies: give it that scope too.',
  ),
  CONTENT_NOT_YOURS: words(
    'An observer exports the list, not what dossiers say (contenu non accessible).',
    'Votre fonction n’ouvre pas les dossiers : exportez la liste sans leur contenu.',
    'Your function opens no dossier: export the list without their content.',
  ),
  TOO_MANY_EXPORTS: words(
    'As many exports under way as one may have (trop d’exports en cours).',
    'Vous avez déjà {max} exports en cours : attendez-en un, ou annulez-le.',
    'You have {max} exports under way already: wait for one, or cancel it.',
  ),
} as const;
