import { allow, type Role } from '../walls/allow.ts';
import { defineEntity, p, randomId, textOrNull, walled } from '../walls/define-table.ts';
import { anyone, everything } from '../walls/rows.ts';

const readers: readonly Role[] = [
  'app_public',
  'app_person',
  'app_candidate',
  'app_school',
  'app_key',
  'app_reviewer',
  'app_platform',
];
const publicList = [allow('S', readers, everything), allow('IU', ['app_platform'], anyone)];

const country = defineEntity({
  name: 'Country',
  ...walled('country', publicList),
  properties: { code: p.text().primary(), nameFr: p.text(), nameEn: p.text() },
});
/** A country by its ISO 3166-1 alpha-2 code (pays). */
export class Country extends country.class {}
country.setClass(Country);

const institution = defineEntity({
  name: 'Institution',
  ...walled('institution', publicList),
  properties: {
    id: randomId().primary(),
    uai: p.text().unique(),
    nameFr: p.text(),
    nameEn: textOrNull(),
    acronym: textOrNull(),
    city: p.text(),
    country: p.text(),
    /** Name, acronym, city and UAI, accents off and lower case: a search compares with what was written. */
    searchKey: p.text().index(),
  },
});
/** A French institution of higher education (établissement), by its UAI. */
export class Institution extends institution.class {}
institution.setClass(Institution);

const mention = defineEntity({
  name: 'Mention',
  ...walled('mention', publicList),
  properties: { code: p.text().primary(), nameFr: p.text(), domain: p.text() },
});
/** A national master's mention (mention de master). */
export class Mention extends mention.class {}
mention.setClass(Mention);

const specialism = defineEntity({
  name: 'Specialism',
  ...walled('specialism', publicList),
  properties: {
    id: randomId().primary(),
    code: p.text().unique(),
    nameFr: p.text(),
    nameEn: textOrNull(),
    /** Codes of the national mentions it admits. */
    admittedMentions: p.array().columnType('text[]').$type<string[]>(),
    version: p.integer().version(),
  },
});
/** A specialism of the consortium's shared list (spécialité). */
export class Specialism extends specialism.class {}
specialism.setClass(Specialism);
