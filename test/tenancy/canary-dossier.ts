import type { WantedDossier } from '../world/dossier.ts';
import type { Canaries } from './canaries.ts';

/** A dossier whose every text is a canary of its owner; enough for a submission to any school. */
export function canaryDossier(canaries: Canaries, owner: string, schools: readonly string[]): WantedDossier {
  const text = (place: string) => canaries.of(owner, place);
  const year = (place: string) => ({
    institutionName: text(`${place}.institution`),
    country: 'FR',
    diploma: text(`${place}.diploma`),
    specialismTitle: text(`${place}.title`),
  });
  return {
    schools,
    identity: {
      lastName: text('identity.lastName'),
      firstNames: text('identity.firstNames'),
      birthDate: '2004-03-14',
      nationality: 'FR',
    },
    contact: { addressLine1: text('contact.address'), postcode: '75007', city: text('contact.city'), country: 'FR' },
    studies: [
      { ...year('studies.first'), level: 'BAC3', ects: 180, year: 2026, status: 'VALIDATED', results: '13.2' },
      { ...year('studies.second'), level: 'M1', mentionCode: 'M018', ects: 60, year: 2027, status: 'UNDER_WAY' },
    ],
    motivation: text('answers.motivation'),
  };
}
