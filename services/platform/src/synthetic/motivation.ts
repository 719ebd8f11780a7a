import { integerFrom, oneOf, type Random, shuffled } from './random.ts';

/** Sentences name no school and no other choice: a school may read every word of them. */
const openings = {
  fr: [
    'Je souhaite poursuivre mes études en cycle ingénieur, dans le domaine « {field} ».',
    'Mon parcours universitaire m’a conduit vers le domaine « {field} », que je veux approfondir.',
    'Titulaire d’un parcours scientifique, je cherche une formation d’ingénieur tournée vers le domaine « {field} ».',
  ],
  en: [
    'I would like to go on to an engineering degree in {field}.',
    'My studies so far have led me to {field}, which I want to practise as an engineer.',
  ],
};
const middles = {
  fr: [
    'Mon stage de recherche de quatre mois m’a appris à poser une question, à mesurer et à rendre compte.',
    'J’ai mené avec deux camarades un projet d’un semestre, de l’étude du besoin à la démonstration.',
    'Les travaux pratiques m’ont convaincu que je préfère les problèmes concrets.',
    'J’ai travaillé chaque été, ce qui m’a appris l’organisation et la vie d’équipe.',
    'Je suis tuteur en première année depuis deux ans ; expliquer m’oblige à comprendre.',
    'Un échange d’un semestre à l’étranger m’a donné le goût des équipes internationales.',
    'Mes résultats ont progressé chaque année, en particulier dans les matières expérimentales.',
    'La transition écologique donne à ce métier un sens auquel je tiens.',
    'Mon mémoire porte sur un cas réel, proposé par une entreprise de ma région.',
  ],
  en: [
    'A four-month research internship taught me to ask a question, to measure and to report.',
    'With two fellow students I carried a project from the first need to the demonstration.',
    'I have tutored first-year students for two years; explaining makes me understand.',
    'My marks have improved every year, above all in experimental subjects.',
    'My dissertation deals with a real case, proposed by a company of my region.',
  ],
};
const closings = {
  fr: [
    'Je me tiens à votre disposition pour un entretien.',
    'J’espère vous convaincre de vive voix.',
    'Je vous remercie de l’attention portée à mon dossier.',
  ],
  en: ['I look forward to meeting you.', 'Thank you for reading my application.'],
};

/** Names of a candidate's field in both languages. */
export interface FieldNames {
  readonly fr: string;
  readonly en: string;
}

/** A motivation of five to eight sentences, in French four times out of five. */
export function motivationText(random: Random, field: FieldNames): string {
  const language = random() < 0.8 ? 'fr' : 'en';
  const opening = oneOf(random, openings[language]).replace('{field}', field[language]);
  const body = shuffled(random, middles[language]).slice(0, integerFrom(random, 3, language === 'fr' ? 6 : 5));
  const paragraph = [opening, ...body].join(' ');
  return `${paragraph}\n\n${oneOf(random, closings[language])}`;
}
