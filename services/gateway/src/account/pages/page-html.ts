import { text } from '../../http/page/page-text.ts';
import { wholePage } from '../../http/page/whole-page.ts';
import { addressBody, codeStep, factorBody, onward, signInBody } from './factor-bodies.ts';
import { type FactorPageWords, factorPageWords } from './factor-page-words.ts';
import { factorScript } from './factor-script.ts';
import { email, newPassword, password } from './page-parts.ts';
import { pageScript } from './page-script.ts';
import { type PageWords, pageWords } from './page-words.ts';

export const pageNames = ['sign-up', 'verify', 'reset', 'join', 'sign-in', 'second-factor', 'address'] as const;
export type PageName = (typeof pageNames)[number];

/** One page, whole: no file beside it, one heading, readable at 320 pixels and without colours. */
export function pageHtml(page: PageName, locale: 'fr' | 'en', nonce: string): string {
  const words = { ...pageWords[locale], ...factorPageWords[locale] };
  const title = titles[page](words);
  const said = {
    error: text(words.error),
    working: words.working,
    unreachable: words.unreachable,
    incident: words.incident,
    noLink: words.noLink,
    show: words.show,
    hide: words.hide,
    first: words.join.first,
    code: words.code.asked,
  };
  return wholePage({
    locale,
    nonce,
    title: text(title),
    otherLanguage: `/${page}?lang=${locale === 'fr' ? 'en' : 'fr'}`,
    head: `<noscript><style nonce="${nonce}">form{display:none}</style></noscript>`,
    main: `<noscript><p class="refused">${text(words.noScript)}</p></noscript>
<p id="told" role="status" tabindex="-1"></p>
${bodies[page](words, locale)}`,
    scripts: `<script type="application/json" id="words" nonce="${nonce}">${JSON.stringify(said).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}">${pageScript}${factorScript}</script>`,
  });
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
${email('fresh', words.email)}${newPassword({ name: 'password', id: 'fresh-password' }, { ...words, label: words.password })}
<button>${text(words.join.create)}</button></form></div>
<div data-sent hidden><p><a href="/verify?lang=${locale}">${text(words.signUp.anew)}</a></p>
<p><a href="/sign-up?lang=${locale}">${text(words.signUp.other)}</a></p></div>
<p><a href="/sign-in?lang=${locale}">${text(words.signUp.known)}</a></p>`,

  verify: ({ verify, ...words }, locale) => `<div data-needs="token"><p>${text(verify.lead)}</p>
<form data-route="/auth/verify-email" data-token data-done="${text(verify.done)}"><button>${text(verify.act)}</button></form></div>
${onward({ verify, ...words }, locale)}
<div data-needs="nothing"><p>${text(verify.askLead)}</p>
<form data-route="/auth/send-verification-email" data-done="${text(verify.asked)}">
${email('asked', words.email)}<button>${text(words.reset.ask)}</button></form></div>`,

  reset: (words, locale) => `<div data-needs="token"><p>${text(words.reset.lead)}</p>
<form data-route="/auth/reset-password" data-token data-done="${text(words.reset.done)}">
${newPassword({ name: 'newPassword', id: 'new' }, { ...words, label: words.newPassword })}<button>${text(words.reset.act)}</button></form></div>
${onward(words, locale)}
<div data-needs="nothing"><p>${text(words.reset.askLead)}</p>
<form data-route="/auth/request-password-reset" data-done="${text(words.reset.asked)}">
${email('asked', words.email)}<button>${text(words.reset.ask)}</button></form></div>`,

  join: (words, locale) => `<div data-needs="token"><p>${text(words.join.lead)}</p>
<form id="accept" data-route="/auth/join" data-token data-done="${text(words.join.done)}"><button>${text(words.join.act)}</button></form>
<div id="first" hidden>
<h2>${text(words.join.signIn)}</h2>
<form data-route="/auth/sign-in/email" data-then="accept">
${email('known', words.email, 'username')}${password('known-password', words)}
<button>${text(words.join.signIn)}</button></form>
<h2>${text(words.join.create)}</h2>
<form data-route="/auth/sign-up/email" data-again data-done="${text(words.join.created)}">
${email('fresh', words.email)}${newPassword({ name: 'password', id: 'fresh-password' }, { ...words, label: words.password })}
<button>${text(words.join.create)}</button></form>
</div>
${codeStep(words, 'data-then="accept"')}</div>
<div data-state="to-factor" hidden><p><strong>${text(words.factor.further)}</strong></p>
<p><a href="/second-factor?lang=${locale}">${text(words.factor.toSetUp)}</a></p></div>`,
};
