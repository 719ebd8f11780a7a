/** Languages in which messages exist. */
export type Locale = 'fr' | 'en';

/** The first language of ours that the header prefers; French when it names none. */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  const ranges = (acceptLanguage ?? '').slice(0, 200).split(',').map(preference);
  const ours = ranges.filter((range) => range.locale !== null && range.quality > 0);
  return ours.toSorted((a, b) => b.quality - a.quality)[0]?.locale ?? 'fr';
};

const preference = (range: string) => {
  const [tag = '', quality] = range
    .trim()
    .toLowerCase()
    .split(/\s*;\s*q=/);
  const language = tag.split('-')[0];
  const locale: Locale | null = language === 'fr' || language === 'en' ? language : null;
  return { locale, quality: quality === undefined ? 1 : Number(quality) || 0 };
};
