import type { NameSource } from './name-pools.ts';

/** Where candidates come from: how many of a hundred foreign ones, what they are called, where they studied. */
export interface Origin {
  /** ISO 3166-1 alpha-2, nationality and country of study alike. */
  readonly country: string;
  readonly weight: number;
  readonly names: readonly NameSource[];
  /** Names as candidates type them; none stands in the open list of French institutions. */
  readonly institutions: readonly string[];
  readonly cities: readonly string[];
}

/** French candidates at French institutions; one in fifty bears a name that careless forms refuse. */
export const frenchNames: readonly NameSource[] = [
  ...Array<NameSource>(44).fill('french'),
  ...Array<NameSource>(3).fill('maghrebi'),
  'senegalese',
  'vietnamese',
  'rare',
];

const north = (country: string, weight: number, places: Pick<Origin, 'institutions' | 'cities'>): Origin => {
  return { country, weight, names: ['maghrebi', 'maghrebi', 'maghrebi', 'arabic'], ...places };
};

/** Foreign origins, weighted by what engineering schools see. */
export const foreignOrigins: readonly Origin[] = [
  north('MA', 20, {
    institutions: ['Université Hassan II de Casablanca', 'Université Mohammed V', 'Faculté des sciences Semlalia'],
    cities: ['Casablanca', 'Rabat', 'Marrakech'],
  }),
  north('TN', 12, { institutions: ['Université de Tunis El Manar', 'Université de Sfax'], cities: ['Tunis', 'Sfax'] }),
  north('DZ', 12, { institutions: ['USTHB', 'Université de Béjaïa', 'جامعة وهران'], cities: ['Alger', 'Béjaïa', 'Oran'] }),
  {
    country: 'SN',
    weight: 8,
    names: ['senegalese'],
    institutions: ['Université Cheikh-Anta-Diop', 'Université Gaston-Berger'],
    cities: ['Dakar', 'Saint-Louis'],
  },
  { country: 'CI', weight: 4, names: ['senegalese'], institutions: ['Université Félix-Houphouët-Boigny'], cities: ['Abidjan'] },
  {
    country: 'CM',
    weight: 5,
    names: ['senegalese', 'nigerian'],
    institutions: ['Université de Yaoundé I', 'Université de Douala'],
    cities: ['Yaoundé', 'Douala'],
  },
  {
    country: 'LB',
    weight: 5,
    names: ['arabic'],
    institutions: ['الجامعة اللبنانية', 'Université Saint-Joseph'],
    cities: ['Beyrouth'],
  },
  {
    country: 'CN',
    weight: 9,
    names: ['chinese'],
    institutions: ['同济大学', '北京航空航天大学', 'Wuhan University'],
    cities: ['上海', '北京', '武汉'],
  },
  {
    country: 'VN',
    weight: 5,
    names: ['vietnamese'],
    institutions: ['Trường Đại học Bách khoa Hà Nội', 'Université de Da Nang'],
    cities: ['Hà Nội', 'Đà Nẵng'],
  },
  {
    country: 'IN',
    weight: 5,
    names: ['indian'],
    institutions: ['Anna University', 'Savitribai Phule Pune University'],
    cities: ['Chennai', 'Pune'],
  },
  {
    country: 'BR',
    weight: 4,
    names: ['brazilian'],
    institutions: ['Universidade de São Paulo', 'Universidade Federal do Ceará'],
    cities: ['São Paulo', 'Fortaleza'],
  },
  { country: 'ES', weight: 3, names: ['spanish'], institutions: ['Universidad de Zaragoza'], cities: ['Zaragoza'] },
  { country: 'CO', weight: 3, names: ['spanish'], institutions: ['Universidad Nacional de Colombia'], cities: ['Bogotá'] },
  { country: 'IT', weight: 3, names: ['italian'], institutions: ['Università degli Studi di Catania'], cities: ['Catania'] },
  { country: 'RO', weight: 3, names: ['romanian'], institutions: ['Universitatea Politehnica Timișoara'], cities: ['Timișoara'] },
  { country: 'TR', weight: 3, names: ['turkish'], institutions: ['İstanbul Teknik Üniversitesi'], cities: ['İstanbul'] },
  {
    country: 'UA',
    weight: 2,
    names: ['ukrainian'],
    institutions: ['Національний університет «Львівська політехніка»'],
    cities: ['Львів'],
  },
  { country: 'GR', weight: 2, names: ['greek'], institutions: ['Εθνικό Μετσόβιο Πολυτεχνείο'], cities: ['Αθήνα'] },
  { country: 'GE', weight: 1, names: ['georgian'], institutions: ['საქართველოს ტექნიკური უნივერსიტეტი'], cities: ['თბილისი'] },
  { country: 'JP', weight: 1, names: ['japanese'], institutions: ['東北大学'], cities: ['仙台市'] },
  { country: 'KR', weight: 1, names: ['korean'], institutions: ['부산대학교'], cities: ['부산'] },
  { country: 'NG', weight: 2, names: ['nigerian'], institutions: ['University of Lagos'], cities: ['Lagos'] },
  { country: 'DE', weight: 1, names: ['german'], institutions: ['Universität Siegen'], cities: ['Siegen'] },
];
