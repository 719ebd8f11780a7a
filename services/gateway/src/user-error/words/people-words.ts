import { words } from './code-words.ts';

/** Objections to who comes in, and as what. */
export const peopleWords = {
  NO_FUNCTION: words(
    'A member holds no function (aucune fonction).',
    'Choisissez au moins une fonction.',
    'Choose at least one function.',
  ),
  LAST_CONSORTIUM_ADMIN: words(
    'The consortium keeps at least one administrator (dernier administrateur du consortium).',
    'Le consortium garde au moins un administrateur : invitez-en d’abord un autre.',
    'The consortium keeps at least one administrator: invite another first.',
  ),
  INVITATION_REFUSED: words(
    'The link was used, withdrawn or is out of time, or meant for another address (invitation refusée).',
    'Cette invitation a déjà servi, a été retirée ou a expiré, ou s’adresse à une autre adresse que la vôtre : demandez-en une nouvelle à votre adresse.',
    'This invitation was used already, was withdrawn or has expired, or is meant for an address other than yours: ask for a new one to be sent to yours.',
  ),
} as const;
