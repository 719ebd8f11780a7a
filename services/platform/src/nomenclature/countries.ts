import countries from 'i18n-iso-countries';

/** A country or territory of ISO 3166-1 with its French and English names. */
export interface Country {
  /** Alpha-2. */
  readonly code: string;
  readonly fr: string;
  readonly en: string;
}

/** All countries of the package i18n-iso-countries, in the order of their codes. */
export function readCountries(): readonly Country[] {
  return Object.keys(countries.getAlpha2Codes())
    .toSorted()
    .map((code) => ({ code, fr: nameIn('fr', code), en: nameIn('en', code) }));
}

function nameIn(language: string, code: string): string {
  const name = countries.getName(code, language, { select: 'official' });
  if (name === undefined) throw new Error(`the country ${code} has no name in ${language}`);
  return name;
}

/** The alpha-2 code of a country by its French name; a name unknown stops the reading of the list that holds it. */
export function countryCodeOf(nameFr: string): string {
  const code = countries.getAlpha2Code(nameFr, 'fr');
  if (code === undefined) throw new Error(`${nameFr} is no French name of a country`);
  return code;
}
