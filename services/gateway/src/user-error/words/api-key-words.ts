import { words } from './code-words.ts';

/** Objections to a key of a school's own systems. */
export const apiKeyWords = {
  NO_SCOPE: words('A key that may do nothing (aucune portée).', 'Choisissez au moins une portée.', 'Choose at least one scope.'),
  EXPIRY_PASSED: words(
    'It would end in the past (expiration passée).',
    'Choisissez une date d’expiration à venir.',
    'Choose an expiry still ahead.',
  ),
  EXPIRY_TOO_FAR: words(
    'It would end too late (expiration trop lointaine).',
    'Choisissez une date d’expiration dans les {max} jours.',
    'Choose an expiry within {max} days.',
  ),
  TOO_MANY_KEYS: words(
    'As many keys stand as a school may hold (trop de clés).',
    'Révoquez une clé : une école en garde au plus {max}.',
    'Revoke a key: a school keeps {max} at most.',
  ),
  KEY_ENDED: words(
    'The key is revoked or has expired (clé terminée).',
    'Cette clé est révoquée ou expirée : créez-en une autre.',
    'This key is revoked or has expired: make another one.',
  ),
} as const;
