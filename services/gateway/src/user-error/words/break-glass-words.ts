import { words } from './code-words.ts';

/** Objections to reading a dossier by break-glass. */
export const breakGlassWords = {
  REASON_TOO_SHORT: words(
    'The reason says too little (motif trop court).',
    'Dites pourquoi, en {min} caractères au moins : l’école et la trace gardent ce motif.',
    'Say why, in {min} characters at least: the school and the trail keep this reason.',
  ),
  NO_SUCH_DOSSIER: words(
    'The school received no dossier of this reference; the attempt is traced (référence inconnue).',
    'Cette école n’a reçu aucun dossier de cette référence : vérifiez-la. L’essai est tracé.',
    'This school received no dossier of this reference: check it. The attempt is traced.',
  ),
  TOO_MANY_STANDING: words(
    'One administrator reads too many dossiers at once (trop de bris de glace ouverts).',
    'Vous lisez déjà {max} dossiers : refermez-en un d’abord.',
    'You already read {max} dossiers: end one first.',
  ),
  TOO_MANY_TRIED: words(
    'One administrator tried too often within a day (trop d’essais).',
    'Vous avez essayé {max} fois en vingt-quatre heures : recommencez plus tard.',
    'You tried {max} times within twenty-four hours: try again later.',
  ),
} as const;
