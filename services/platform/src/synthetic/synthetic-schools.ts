import { searchKey } from '@guichet/domain/candidate/person-name';
import { routes } from '@guichet/domain/notice/notice';
import { nearestReadable } from '@guichet/domain/school/colour-contrast';
import type { CampaignFile, SchoolSheet } from '../campaign-file/campaign-file.ts';
import { type CampaignCalendar, movedCampaign } from '../campaign-file/moved-campaign.ts';
import { integerFrom, type Random, randomOf, shuffled } from './random.ts';

/** A school that does not exist, complete enough for its campaign to open once it has an administrator. */
export interface SyntheticSchool extends SchoolSheet {
  readonly isSynthetic: true;
}

/** How many schools, and from which specialisms they take theirs. */
export interface SchoolOrder {
  readonly seed: number;
  readonly count: number;
  readonly specialisms: readonly string[];
}

const cities = [
  'Roubaix',
  'Valence',
  'Colmar',
  'Quimper',
  'Chartres',
  'Béziers',
  'Annecy',
  'Vannes',
  'Cahors',
  'Épinal',
  'Laval',
  'Nevers',
  'Tarbes',
  'Bourges',
  'Cholet',
  'Dieppe',
  'Mâcon',
  'Périgueux',
  'Sète',
  'Vichy',
];

/** Schools of one seed: each specialism is offered by at least one of them, each school offers half to two thirds of them. */
export const syntheticSchools = (order: SchoolOrder): readonly SyntheticSchool[] =>
  sheetsOf(order).map((sheet) => ({ isSynthetic: true, ...sheet }));

function sheetsOf({ seed, count, specialisms }: SchoolOrder): readonly SchoolSheet[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomOf(seed, index);
    const share = Math.max(1, Math.ceil(specialisms.length * (0.5 + random() / 6)));
    const own = specialisms.filter((_code, place) => place % count === index);
    const offered = [...new Set([...own, ...shuffled(random, specialisms)])].slice(0, Math.max(share, own.length));
    return schoolOf(random, index, offered);
  });
}

/** The campaign of `base` with synthetic schools in place of its own, at another date: a file like any other. */
export function syntheticCampaign(
  base: CampaignFile,
  calendar: CampaignCalendar,
  order: Omit<SchoolOrder, 'specialisms'>,
): CampaignFile {
  const moved = movedCampaign(base, calendar);
  const schools = sheetsOf({ ...order, specialisms: base.specialisms.map(({ code }) => code) });
  const name = { fr: `Campagne synthétique ${calendar.entryYear}`, en: `Synthetic campaign ${calendar.entryYear}` };
  return {
    ...moved,
    remarks: [`Synthetic: no school of this file exists. Seed ${order.seed}.`],
    campaign: { ...moved.campaign, name },
    schools,
  };
}

function schoolOf(random: Random, index: number, offered: readonly string[]): SchoolSheet {
  const round = Math.floor(index / cities.length);
  const city = cities[index % cities.length] ?? '';
  const shortName = round === 0 ? city : `${city} ${round + 1}`;
  const slug = `ecole-synthetique-${searchKey(shortName).replaceAll(' ', '-')}`;
  const seats = integerFrom(random, 5, 40);
  return {
    slug,
    name: `École synthétique de ${shortName}`,
    shortName,
    city,
    colour: nearestReadable(`#${integerFrom(random, 0, 0xffffff).toString(16).padStart(6, '0')}`),
    contact: { name: 'Service des admissions', telephone: null, email: `admissions@${slug}.example` },
    notice: {
      specialisms: offered,
      specialismsPerChoice: random() < 0.75 ? 1 : Math.min(2, offered.length),
      intake: routes.map((route) => ({ route, seats: route === 'ASTG3' ? seats : null, bySpecialism: null })),
      articles: [
        { article: 1, rule: 'level' },
        { article: 2, rule: 'specialism' },
        { article: 3, rule: 'deadline' },
      ],
    },
  };
}
