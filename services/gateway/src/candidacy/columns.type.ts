import { type CandidacyColumn, candidacyColumns } from '@guichet/domain/candidacy/columns';
import { registerEnumType } from 'type-graphql';
import { enumOf } from '../text/enum-of.ts';

export const CandidacyColumnEnum = enumOf(candidacyColumns);
registerEnumType(CandidacyColumnEnum, {
  name: 'CandidacyColumn',
  description: 'What a list of candidacies may show of each; screens, saved views and exports take the same (colonne).',
  valuesConfig: {
    REFERENCE: { description: 'Reference people quote (référence).' },
    LAST_NAME: { description: 'Family name (nom).' },
    FIRST_NAMES: { description: 'First names (prénoms).' },
    BIRTH_DATE: { description: 'Date of birth (date de naissance).' },
    NATIONALITY: { description: 'Nationality (nationalité).' },
    INE: { description: 'National student number (INE).' },
    TELEPHONE: { description: 'Telephone (téléphone).' },
    CITY: { description: 'City of residence (ville).' },
    RESIDENCE: { description: 'Country of residence (pays de résidence).' },
    INSTITUTION: { description: 'Institution (établissement).' },
    COUNTRY: { description: 'Country of the institution (pays de l’établissement).' },
    SPECIALISMS: { description: 'Specialisms asked for (spécialités).' },
    STATE: { description: 'Where it stands (état).' },
    RECEIVED_AT: { description: 'When the school received it (reçue le).' },
    SUBMITTED_AT: { description: 'When the present copy was submitted (déposée le).' },
    IS_UNOPENED: { description: 'Whether nobody of the school opened it yet (à ouvrir).' },
    OPENED_AT: { description: 'When the reader of the list opened it (ouverte par moi le).' },
    ASSIGNED_TO: { description: 'To whom it is assigned (affectée à).' },
    LABELS: { description: 'Labels of the school on it (étiquettes).' },
  } satisfies Record<CandidacyColumn, { description: string }>,
});
