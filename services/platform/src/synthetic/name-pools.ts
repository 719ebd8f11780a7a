import type { Faker } from '@faker-js/faker';
import { faker as arabic } from '@faker-js/faker/locale/ar';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as greek } from '@faker-js/faker/locale/el';
import { faker as indian } from '@faker-js/faker/locale/en_IN';
import { faker as nigerian } from '@faker-js/faker/locale/en_NG';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as senegalese } from '@faker-js/faker/locale/fr_SN';
import { faker as italian } from '@faker-js/faker/locale/it';
import { faker as japanese } from '@faker-js/faker/locale/ja';
import { faker as georgian } from '@faker-js/faker/locale/ka_GE';
import { faker as korean } from '@faker-js/faker/locale/ko';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';
import { faker as romanian } from '@faker-js/faker/locale/ro';
import { faker as turkish } from '@faker-js/faker/locale/tr';
import { faker as ukrainian } from '@faker-js/faker/locale/uk';
import { faker as vietnamese } from '@faker-js/faker/locale/vi';
import { faker as chinese } from '@faker-js/faker/locale/zh_CN';
import { faultOfName, normalName } from '@guichet/domain/candidate/person-name';

/** Family and first names people of one origin bear. */
export interface NamePool {
  readonly lastNames: readonly string[];
  readonly firstNames: readonly string[];
}

const sources = {
  french: { faker: french, size: 600 },
  arabic: { faker: arabic, size: 80 },
  german: { faker: german, size: 60 },
  greek: { faker: greek, size: 60 },
  indian: { faker: indian, size: 80 },
  nigerian: { faker: nigerian, size: 60 },
  spanish: { faker: spanish, size: 80 },
  senegalese: { faker: senegalese, size: 100 },
  italian: { faker: italian, size: 80 },
  japanese: { faker: japanese, size: 60 },
  georgian: { faker: georgian, size: 40 },
  korean: { faker: korean, size: 60 },
  brazilian: { faker: brazilian, size: 60 },
  romanian: { faker: romanian, size: 60 },
  turkish: { faker: turkish, size: 60 },
  ukrainian: { faker: ukrainian, size: 60 },
  vietnamese: { faker: vietnamese, size: 80 },
  chinese: { faker: chinese, size: 100 },
} as const satisfies Readonly<Record<string, { faker: Faker; size: number }>>;

/** Where the names of a synthetic person come from. */
export type NameSource = keyof typeof sources | 'maghrebi' | 'rare';

/** Spellings that break careless forms: each is a name somebody bears. */
const rare: NamePool = {
  lastNames: [
    'O’Brien',
    'L’Haÿ',
    'Nguyễn',
    'Null',
    'Ó Súilleabháin',
    'd’Aboville',
    'Le Goff-Ménard',
    'Şükrü',
    'Đặng',
    'Œuvrard',
    'Łukasiewicz',
    'Y',
  ],
  firstNames: [
    'Zoë',
    'Anaïs',
    'Jean-Noël',
    'Gwenn-Aël',
    'Mária',
    'Søren',
    'Thị Hồng',
    'Lætitia',
    'D’Artagnan',
    'I',
    'Žofie',
    'Maëlys',
  ],
};

/** As written on French papers; the Arabic spellings are a pool of their own. */
const maghrebi: NamePool = {
  lastNames: [
    'Benali',
    'El Amrani',
    'Bouzid',
    'Trabelsi',
    'Haddad',
    'Mansouri',
    'El Idrissi',
    'Ben Salah',
    'Belkacem',
    'Cherif',
    'Ouali',
    'Zerrouki',
  ],
  firstNames: ['Amine', 'Salma', 'Yassine', 'Inès', 'Mehdi', 'Khadija', 'Anis', 'Nour', 'Ilyès', 'Sarra', 'Walid', 'Hajar'],
};

const made = new Map<NameSource, NamePool>();

/** The names of one origin, drawn once with a seed of their own, so that asking for twenty thousand people costs no more. */
export function namePool(source: NameSource): NamePool {
  const known = made.get(source);
  if (known !== undefined) return known;
  const pool = source === 'rare' ? rare : source === 'maghrebi' ? maghrebi : drawn(source);
  made.set(source, pool);
  return pool;
}

function drawn(source: keyof typeof sources): NamePool {
  const { faker, size } = sources[source];
  faker.seed(20180406);
  const names = (draw: () => string) =>
    [...new Set(Array.from({ length: size }, () => normalName(draw())))].filter((name) => faultOfName(name) === null);
  return { lastNames: names(() => faker.person.lastName()), firstNames: names(() => faker.person.firstName()) };
}
