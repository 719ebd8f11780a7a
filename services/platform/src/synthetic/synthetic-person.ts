import type { Contact, Identity } from '@guichet/domain/application/application';
import { letterOfNumber } from '@guichet/domain/candidate/national-letter';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { type NameSource, namePool } from './name-pools.ts';
import { foreignOrigins, frenchNames, type Origin } from './origins.ts';
import { integerFrom, oneOf, type Random, weightedChooser } from './random.ts';

/** Who a synthetic candidate is; `origin` is null for those of French nationality. */
export interface SyntheticPerson {
  readonly identity: Identity;
  readonly contact: Contact;
  readonly email: string;
  readonly origin: Origin | null;
  /** Studies at an institution of the candidate's own country, absent from the open list. */
  readonly studiesAbroad: boolean;
}

/** Which of the synthetic people: the seed of the run, the place in it. */
export interface PersonKey {
  readonly seed: number;
  readonly index: number;
  readonly entryYear: number;
}

const abroad = 0.15;
const foreignerInFrance = 0.12;
const foreignOrigin = weightedChooser(foreignOrigins, ({ weight }) => weight);

/** Draws a person: one in seven from abroad, one in eight of the others a foreigner who studies in France. */
export function syntheticPerson(random: Random, key: PersonKey): SyntheticPerson {
  const studiesAbroad = random() < abroad;
  const origin = studiesAbroad || random() < foreignerInFrance ? foreignOrigin(random) : null;
  const source = oneOf(random, origin?.names ?? frenchNames);
  const hasIne = !studiesAbroad && random() < 0.8;
  const identity: Identity = {
    ...namesFrom(random, source),
    birthDate: birthDate(random, key.entryYear),
    nationality: origin?.country ?? 'FR',
    ine: hasIne ? syntheticIne(key) : null,
  };
  const contact = studiesAbroad && origin !== null ? contactAbroad(random, origin) : contactInFrance(random);
  return { identity, contact, email: syntheticEmail(identity.lastName, key), origin, studiesAbroad };
}

function namesFrom(random: Random, source: NameSource): Pick<Identity, 'lastName' | 'firstNames'> {
  const { lastNames, firstNames } = namePool(source);
  const isFrench = source === 'french';
  const lastName = oneOf(random, lastNames);
  const first = oneOf(random, firstNames);
  const second = isFrench && random() < 0.35 ? ` ${oneOf(random, firstNames)}` : '';
  const isDouble = isFrench && random() < 0.04;
  return { lastName: isDouble ? `${lastName}-${oneOf(random, lastNames)}` : lastName, firstNames: first + second };
}

/** Mostly 22 in the year of entry, few beyond 30; days up to 28, so that every month has them. */
function birthDate(random: Random, entryYear: number): string {
  const age = 21 + Math.floor(random() ** 3 * 16) + (random() < 0.6 ? 1 : 0);
  const [month, day] = [integerFrom(random, 1, 12), integerFrom(random, 1, 28)];
  return `${entryYear - age}-${twoDigits(month)}-${twoDigits(day)}`;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Ten digits and their letter, like a real one, but beginning with a nought and the seed: nobody was given it. */
function syntheticIne({ seed, index }: PersonKey): string {
  const digits = `0${String(seed % 1000).padStart(3, '0')}${String(index % 1_000_000).padStart(6, '0')}`;
  return digits + letterOfNumber(digits);
}

function syntheticEmail(lastName: string, { seed, index }: PersonKey): string {
  const readable = searchKey(lastName)
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, 24);
  return `${readable === '' ? 'candidat' : readable}.${seed}-${index}@candidat.example`;
}

/** 06 39 98 is kept by the French regulator for fiction. */
const telephone = (random: Random) => `+3363998${String(integerFrom(random, 0, 9999)).padStart(4, '0')}`;

const streets = [
  'rue de la Gare',
  'rue Pasteur',
  'avenue Jean-Jaurès',
  'rue des Écoles',
  'place du Marché',
  'rue Victor-Hugo',
  'boulevard de la Liberté',
  'impasse des Tilleuls',
  'allée du Château',
  'chemin des Vignes',
];
const towns: readonly (readonly [string, string])[] = [
  ['59500', 'Douai'],
  ['59000', 'Lille'],
  ['81000', 'Albi'],
  ['30100', 'Alès'],
  ['75013', 'Paris'],
  ['69003', 'Lyon'],
  ['13003', 'Marseille'],
  ['31000', 'Toulouse'],
  ['33000', 'Bordeaux'],
  ['34000', 'Montpellier'],
  ['35000', 'Rennes'],
  ['44000', 'Nantes'],
  ['67000', 'Strasbourg'],
  ['54000', 'Nancy'],
  ['38000', 'Grenoble'],
  ['63000', 'Clermont-Ferrand'],
  ['76000', 'Rouen'],
  ['80000', 'Amiens'],
  ['87000', 'Limoges'],
  ['97400', 'Saint-Denis'],
  ['29200', 'Brest'],
  ['06000', 'Nice'],
  ['94240', 'L’Haÿ-les-Roses'],
  ['51100', 'Reims'],
];

function contactInFrance(random: Random): Contact {
  const [postcode, city] = oneOf(random, towns);
  return {
    telephone: random() < 0.95 ? telephone(random) : null,
    addressLine1: `${integerFrom(random, 1, 180)} ${oneOf(random, streets)}`,
    addressLine2: random() < 0.2 ? `Appartement ${integerFrom(random, 1, 60)}` : null,
    postcode,
    city,
    country: 'FR',
  };
}

function contactAbroad(random: Random, { country, cities }: Origin): Contact {
  const addressLine1 = `${integerFrom(random, 1, 180)} ${oneOf(random, ['Campus', 'Résidence universitaire', 'Student Residence'])}`;
  return {
    telephone: random() < 0.5 ? telephone(random) : null,
    addressLine1,
    addressLine2: null,
    postcode: null,
    city: oneOf(random, cities),
    country,
  };
}
