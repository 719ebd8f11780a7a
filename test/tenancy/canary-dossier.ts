import { randomInt } from 'node:crypto';
import type { WantedDossier } from '../world/dossier.ts';
import type { Canaries } from './canaries.ts';

interface Wanted {
  readonly owner: string;
  readonly schools: readonly string[];
  /** Number of an institution of the list (UAI), for a year spent there. */
  readonly uai: string;
  /** The title relied on; a school may object to it. */
  readonly qualification?: object;
}

/** A dossier whose every text and value is a canary of its owner; enough for a submission to any school. */
export function canaryDossier(canaries: Canaries, { owner, schools, uai, qualification }: Wanted): WantedDossier {
  const text = (place: string) => canaries.of(owner, place);
  const values = valuesOf(canaries, owner);
  const year = (place: string) => ({
    institutionName: text(`${place}.institution`),
    country: 'FR',
    diploma: text(`${place}.diploma`),
    specialismTitle: text(`${place}.title`),
    results: values.results(place),
  });
  const { birthDate, ine, telephone, postcode } = values;
  return {
    schools,
    identity: {
      lastName: text('identity.lastName'),
      firstNames: text('identity.firstNames'),
      birthDate: birthDate(),
      nationality: 'FR',
      ine: ine(),
    },
    contact: {
      telephone: telephone(),
      addressLine1: text('contact.address'),
      addressLine2: text('contact.address2'),
      postcode: postcode(),
      city: text('contact.city'),
      country: 'FR',
    },
    studies: [
      {
        institutionUai: uai,
        country: 'FR',
        diploma: text('studies.zeroth.diploma'),
        level: 'BAC2',
        ects: 120,
        year: 2025,
        status: 'VALIDATED',
      },
      { ...year('studies.first'), level: 'BAC3', ects: 180, year: 2026, status: 'VALIDATED' },
      { ...year('studies.second'), level: 'M1', mentionCode: 'M018', ects: 60, year: 2027, status: 'UNDER_WAY' },
    ],
    qualification: qualification ?? { kind: 'M1_UNDER_WAY', mentionCode: 'M018' },
    motivation: text('answers.motivation'),
  };
}

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
const two = (from: number, to: number) => String(randomInt(from, to)).padStart(2, '0');
/** Short ones are told by the quotes around them too: five digits stand in many an id. */
const quoted = (value: string) => `"${value}"`;

/** Values of their format that stand nowhere else. */
function valuesOf(canaries: Canaries, owner: string) {
  const place = (where: string) => ({ owner, place: where });
  return {
    birthDate: () => canaries.drawn(place('identity.birthDate'), () => `${randomInt(1985, 2004)}-${two(1, 13)}-${two(1, 29)}`),
    ine: () => canaries.drawn(place('identity.ine'), () => `${digits(9)}KN`),
    telephone: () => canaries.drawn(place('contact.telephone'), () => `+336${digits(8)}`),
    postcode: () => canaries.drawn(place('contact.postcode'), () => `${two(10, 90)}${digits(3)}`, quoted),
    results: (year: string) =>
      canaries.drawn(place(`${year}.results`), () => `${randomInt(10, 20)}.${digits(1)}${randomInt(1, 10)}`, quoted),
  };
}

/** C2 relies on what the school does not admit, C3 on a title that only a human may judge. */
export function titleOf(canaries: Canaries, name: string): { readonly qualification?: object } {
  if (name === 'C2') return { qualification: { kind: 'M1_UNDER_WAY', mentionCode: 'M001' } };
  const title = () => canaries.of(name, 'qualification.title');
  return name === 'C3' ? { qualification: { kind: 'OTHER_FOUR_YEARS', mentionCode: null, title: title() } } : {};
}
