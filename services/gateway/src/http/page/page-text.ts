import { typography } from '@guichet/domain/text/typography';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Escaped, in the typography of French; an English sentence has no space before such a sign. */
export const text = (plain: string) => typography(plain, 'fr').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
