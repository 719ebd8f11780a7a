import type { OtherChoicesPolicy } from '../campaign/campaign.ts';
import { dateInFull } from '../text/date-in-full.ts';

/** What a campaign said before it opened, and the closing it is announced for, on the wall clock of `zone` (IANA name). */
export interface SaidByCampaign {
  readonly otherChoices: OtherChoicesPolicy;
  readonly closesAt: Temporal.Instant;
  readonly zone: string;
}

/**
 * What schools will learn of a candidate's other choices (autres vœux communiqués) and when, as the candidate reads it before choosing and
 * before submitting: every policy has its sentence, in both languages (decision 0041).
 */
export const whatSchoolsLearn = ({
  otherChoices,
  closesAt,
  zone,
}: SaidByCampaign): { readonly fr: string; readonly en: string } => ({
  fr: sentences[otherChoices].fr(dateInFull(closesAt, 'fr', zone)),
  en: sentences[otherChoices].en(dateInFull(closesAt, 'en', zone)),
});

type Sentence = (closing: string) => string;

const sentences: Readonly<Record<OtherChoicesPolicy, { readonly fr: Sentence; readonly en: Sentence }>> = {
  HIDDEN: {
    fr: () =>
      'Pendant la campagne comme après, aucune école ne saura combien d’autres écoles vous avez choisies, ni lesquelles, ni dans quel ordre.',
    en: () =>
      'During the campaign and after it, no school will learn how many other schools you have chosen, nor which, nor in which order.',
  },
  COUNT: {
    fr: (closing) =>
      `Une fois la campagne close, le ${closing}, chaque école où votre candidature est maintenue saura combien d’autres écoles ont alors votre dossier. Aucune ne saura lesquelles, ni dans quel ordre.`,
    en: (closing) =>
      `Once the campaign has closed, on ${closing}, each school where your candidacy still stands will learn how many other schools then hold your dossier. None will learn which, nor in which order.`,
  },
  NAMES_AFTER_REPLIES: {
    fr: () =>
      'Avant la fin des réponses aux propositions, aucune école ne saura rien de vos autres vœux. Après, elles pourront savoir quelles autres écoles vous avez choisies, jamais dans quel ordre.',
    en: () =>
      'Before replies to offers have closed, no school will learn anything of your other choices. After that, they may learn which other schools you have chosen, never in which order.',
  },
};
