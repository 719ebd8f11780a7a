import type { Locale } from '../locale.ts';
import { pageStyle } from './page-style.ts';
import { text } from './page-text.ts';

/** What stands in a page, escaped already. */
export interface PageParts {
  readonly locale: Locale;
  readonly nonce: string;
  readonly title: string;
  /** Where the same page is in the other language. */
  readonly otherLanguage: string;
  readonly main: string;
  readonly head?: string;
  readonly scripts?: string;
}

const site = 'Guichet';
const other = { fr: { lang: 'en', name: 'English' }, en: { lang: 'fr', name: 'Français' } } as const;

/** One page, whole: no file beside it, one heading, readable at 320 pixels and without colours. */
export function wholePage({ locale, nonce, title, otherLanguage, main, head = '', scripts = '' }: PageParts): string {
  const { lang, name } = other[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${title} – ${site}</title>
<style nonce="${nonce}">${pageStyle}</style>
${head}
</head>
<body>
<header><span>${site}</span>
<a href="${text(otherLanguage)}" hreflang="${lang}" lang="${lang}">${name}</a></header>
<main>
<h1>${title}</h1>
${main}
</main>
${scripts}
</body>
</html>
`;
}
