import { addressBody, codeStep, factorBody, onward, signInBody } from './factor-bodies.ts';
import { type FactorPageWords, factorPageWords } from './factor-page-words.ts';
import { factorScript } from './factor-script.ts';
import { email, newPassword, password, text } from './page-parts.ts';
import { pageScript } from './page-script.ts';
import { type PageWords, pageWords } from './page-words.ts';

export const pageNames = ['sign-up', 'verify', 'reset', 'join', 'sign-in', 'second-factor', 'address'] as const;
export type PageName = (typeof pageNames)[number];

/** One page, whole: no file beside it, one heading, readable at 320 pixels and without colours. */
export function pageHtml(page: PageName, locale: 'fr' | 'en', nonce: string): string {
  const words = { ...pageWords[locale], ...factorPageWords[locale] };
  const title = titles[page](words);
  const other = locale === 'fr' ? 'en' : 'fr';
  const said = {
    error: text(words.error),
    working: words.working,
    unreachable: words.unreachable,
    noLink: words.noLink,
    first: words.join.first,
    code: words.code.asked,
  };
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${text(title)} – ${text(words.site)}</title>
<style nonce="${nonce}">${style}</style>
<noscript><style nonce="${nonce}">form{display:none}</style></noscript>
</head>
<body>
<header><span>${text(words.site)}</span>
<a href="/${page}?lang=${other}" hreflang="${other}" lang="${other}">${text(words.otherLanguage)}</a></header>
<main>
<h1>${text(title)}</h1>
<noscript><p class="refused">${text(words.noScript)}</p></noscript>
<p id="told" role="status" tabindex="-1"></p>
${bodies[page](words, locale)}
</main>
<script type="application/json" id="words" nonce="${nonce}">${JSON.stringify(said).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}">${pageScript}${factorScript}</script>
</body>
</html>
`;
}

type Both = PageWords & FactorPageWords;

const titles: Readonly<Record<PageName, (words: Both) => string>> = {
  'sign-up': ({ signUp }) => signUp.title,
  verify: ({ verify }) => verify.title,
  reset: ({ reset }) => reset.title,
  join: ({ join }) => join.title,
  'sign-in': ({ signIn }) => signIn.title,
  'second-factor': ({ factor }) => factor.title,
  address: ({ address }) => address.title,
};

const bodies: Readonly<Record<PageName, (words: Both, locale: 'fr' | 'en') => string>> = {
  'sign-in': signInBody,
  'second-factor': factorBody,
  address: addressBody,

  'sign-up': (words, locale) => `<div data-needs="nothing"><p>${text(words.signUp.lead)}</p>
<form data-route="/auth/sign-up/email" data-done="${text(words.signUp.done)}">
${email('fresh', words.email)}${newPassword('password', 'fresh-password', words.password, words.passwordHint)}
<button>${text(words.join.create)}</button></form></div>
<p><a href="/sign-in?lang=${locale}">${text(words.signUp.known)}</a></p>`,

  verify: ({ verify, ...words }, locale) => `<div data-needs="token"><p>${text(verify.lead)}</p>
<form data-route="/auth/verify-email" data-token data-done="${text(verify.done)}"><button>${text(verify.act)}</button></form></div>
${onward({ verify, ...words }, locale)}
<div data-needs="nothing"><p>${text(verify.askLead)}</p>
<form data-route="/auth/send-verification-email" data-done="${text(verify.asked)}">
${email('asked', words.email)}<button>${text(words.reset.ask)}</button></form></div>`,

  reset: (words, locale) => `<div data-needs="token"><p>${text(words.reset.lead)}</p>
<form data-route="/auth/reset-password" data-token data-done="${text(words.reset.done)}">
${newPassword('newPassword', 'new', words.newPassword, words.passwordHint)}<button>${text(words.reset.act)}</button></form></div>
${onward(words, locale)}
<div data-needs="nothing"><p>${text(words.reset.askLead)}</p>
<form data-route="/auth/request-password-reset" data-done="${text(words.reset.asked)}">
${email('asked', words.email)}<button>${text(words.reset.ask)}</button></form></div>`,

  join: (words, locale) => `<div data-needs="token"><p>${text(words.join.lead)}</p>
<form id="accept" data-route="/auth/join" data-token data-done="${text(words.join.done)}"><button>${text(words.join.act)}</button></form>
<div id="first" hidden>
<h2>${text(words.join.signIn)}</h2>
<form data-route="/auth/sign-in/email" data-then="accept">
${email('known', words.email, 'username')}${password('known-password', words.password)}
<button>${text(words.join.signIn)}</button></form>
<h2>${text(words.join.create)}</h2>
<form data-route="/auth/sign-up/email" data-again data-done="${text(words.join.created)}">
${email('fresh', words.email)}${newPassword('password', 'fresh-password', words.password, words.passwordHint)}
<button>${text(words.join.create)}</button></form>
</div>
${codeStep(words, 'data-then="accept"')}</div>
<div data-state="to-factor" hidden><p><strong>${text(words.factor.further)}</strong></p>
<p><a href="/second-factor?lang=${locale}">${text(words.factor.toSetUp)}</a></p></div>`,
};

const style = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:1rem;color:#161616;background:#fff}
header{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid #666;padding-bottom:.5rem}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem}
label{display:block;font-weight:600}span[id]{display:block;color:#4a4a4a}
input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem;border:1px solid #4a4a4a;background:#fff;color:#161616}
button{font:inherit;padding:.6rem 1rem;min-height:44px;border-radius:6px;border:2px solid #1f3864;background:#1f3864;color:#fff;cursor:pointer}
button:disabled{background:#4a4a4a;border-color:#4a4a4a;color:#fff}a{color:#1f3864}
:focus-visible{outline:3px solid #0a76f6;outline-offset:2px}
#told:empty{display:none}#told,.refused{padding:.75rem;border-left:4px solid #4a4a4a}
#told.done{border-color:#18753c}.refused,#told.refused{border-color:#ce0500}
#drawing svg{width:14rem;max-width:100%;height:auto}code,#codes{font-family:ui-monospace,monospace}code{overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){body{color:#f2f2f2;background:#161616}span[id]{color:#cecece}a{color:#a9b8ff}
input{background:#242424;color:#f2f2f2;border-color:#cecece}button{background:#a9b8ff;border-color:#a9b8ff;color:#161616}}
@media print{header a,form{display:none}}
`;
