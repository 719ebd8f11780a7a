import type { Draft } from './application.ts';
import type { DraftCampaign } from './what-blocks.ts';

/** For tests: a campaign of three open schools and a closed one. */
export const campaign: DraftCampaign = {
  state: 'OPEN',
  opensAt: Temporal.Instant.from('2027-01-15T08:00:00Z'),
  closesAt: Temporal.Instant.from('2027-04-06T21:59:00Z'),
  zone: 'Europe/Paris',
  entryYear: 2027,
  oralsMode: 'COMMON',
  replyPolicy: 'RANKED_MATCH',
  maxChoices: 3,
  members: ['douai', 'albi', 'ales', 'closed'].map((schoolId) => ({
    schoolId,
    notice:
      schoolId === 'closed'
        ? null
        : {
            specialismsPerChoice: schoolId === 'ales' ? 2 : 1,
            specialisms: ['materials', 'chemistry'].map((code) => ({
              id: `${schoolId}-${code}`,
              code,
              admittedMentions: ['M018'],
            })),
          },
  })),
};

/** For tests: an instant at which that campaign takes dossiers. */
export const asOf = Temporal.Instant.from('2027-03-01T12:00:00Z');

/** For tests: a dossier with nothing missing. */
export const completeDraft: Draft = {
  identity: { lastName: 'O’Brien', firstNames: 'Maëlle', birthDate: '2004-02-29', nationality: 'FR', ine: '123456789AB' },
  contact: { telephone: null, addressLine1: '2 rue du Bac', addressLine2: null, postcode: '75007', city: 'Paris', country: 'FR' },
  studies: [
    {
      institutionUai: '0062205P',
      institutionName: 'Université Côte d’Azur',
      country: 'FR',
      diploma: 'Master',
      level: 'M1',
      mentionCode: 'M018',
      specialismTitle: null,
      ects: 60,
      year: 2027,
      status: 'UNDER_WAY',
      results: '15.5',
    },
  ],
  qualification: { kind: 'M1_UNDER_WAY', mentionCode: 'M018', title: null },
  answers: { motivation: 'Les matériaux, depuis l’enfance.' },
  arrangements: null,
  examCentreId: 'albi',
  choices: [
    { schoolId: 'ales', specialismIds: ['ales-materials', 'ales-chemistry'], preferenceRank: 2 },
    { schoolId: 'douai', specialismIds: ['douai-materials'], preferenceRank: 1 },
  ],
};
