import { text } from '../../http/page/page-text.ts';
import type { FactorPageWords } from './factor-page-words.ts';
import { code, email, password } from './page-parts.ts';
import type { PageWords } from './page-words.ts';

type Both = PageWords & FactorPageWords;
type Body = (words: Both, locale: 'fr' | 'en') => string;

/** Where a link leads on once it was used. */
export const onward: Body = (words, locale) =>
  `<p data-after hidden><a href="/sign-in?lang=${locale}">${text(words.signIn.act)}</a></p>`;

/** The second step of signing in; `then` names the form that was meant. */
export const codeStep = (words: Both, then: string) => `<div data-state="code" hidden>
<form data-route="/auth/sign-in/code" ${then}>
${code('sign-in-code', words.code)}<button>${text(words.code.act)}</button></form></div>`;

export const signInBody: Body = (words, locale) => `<div data-look data-state="out">
<form data-route="/auth/sign-in/email" data-done="${text(words.signIn.done)}" data-shows="in" data-looks>
${email('known', words.email, 'username')}${password('known-password', words)}<button>${text(words.signIn.act)}</button></form>
<p><a href="/sign-up?lang=${locale}">${text(words.signUp.title)}</a></p>
<p><a href="/reset?lang=${locale}">${text(words.signIn.forgotten)}</a></p>
<p><a href="/verify?lang=${locale}">${text(words.signIn.unconfirmed)}</a></p></div>
${codeStep(words, `data-done="${text(words.signIn.done)}" data-shows="in" data-looks`)}
<div data-state="in" hidden><p>${text(words.signIn.as)} <strong id="signed-in"></strong></p>
<p><a href="/second-factor?lang=${locale}">${text(words.signIn.toFactor)}</a></p>
<p><a href="/address?lang=${locale}">${text(words.signIn.toAddress)}</a></p>
<form data-route="/auth/sign-out" data-done="${text(words.signIn.signedOut)}" data-looks><button>${text(words.signIn.signOut)}</button></form></div>`;

export const factorBody: Body = (words, locale) => `<div data-look data-state="out" hidden>
<p>${text(words.factor.signedOut)}</p><p><a href="/sign-in?lang=${locale}#second-factor">${text(words.signIn.act)}</a></p></div>
<div data-state="none" hidden>
<p id="required" hidden><strong>${text(words.factor.required)}</strong></p><p>${text(words.factor.none)}</p>
<form data-route="/auth/second-factor/offer">
${password('offer-password', words)}<button>${text(words.factor.begin)}</button></form></div>
<div data-state="offered" hidden><p>${text(words.factor.scan)}</p>
<div id="drawing" role="img" aria-label="${text(words.factor.drawing)}"></div>
<p>${text(words.factor.type)} <code id="key"></code></p><p><a id="uri" href="#">${text(words.factor.open)}</a></p>
<form data-route="/auth/second-factor/confirm" data-done="${text(words.factor.confirmed)}">
${code('confirm-code', { ...words.code, hint: words.factor.confirmHint })}<button>${text(words.factor.confirm)}</button></form></div>
<div data-state="codes" hidden><h2>${text(words.factor.codes)}</h2><p>${text(words.factor.codesHint)}</p><ul id="codes"></ul>
<p><a href="/sign-in?lang=${locale}">${text(words.factor.kept)}</a></p></div>
<div data-state="set" hidden><p>${text(words.factor.set)} ${text(words.factor.left)} <strong id="left"></strong>.</p>
${change('renew', words, { route: 'backup-codes', act: words.factor.renew, done: words.factor.renewed })}
${change('off', words, { route: 'switch-off', act: words.factor.off, done: words.factor.switchedOff, hint: words.factor.offHint })}</div>`;

interface Change {
  readonly route: string;
  readonly act: string;
  readonly done: string;
  readonly hint?: string;
}

const change = (id: string, words: Both, { route, act, done, hint }: Change) => `<h2>${text(act)}</h2>
${hint ? `<p>${text(hint)}</p>` : ''}<form data-route="/auth/second-factor/${route}" data-done="${text(done)}" data-looks>
${password(`${id}-password`, words)}${code(`${id}-code`, words.code)}<button>${text(act)}</button></form>`;

export const addressBody: Body = (words, locale) => `<div data-needs="token"><p>${text(words.address.confirmLead)}</p>
<form data-route="/auth/confirm-address" data-token data-done="${text(words.address.confirmed)}"><button>${text(words.address.confirm)}</button></form></div>
${onward(words, locale)}
<div data-needs="nothing"><p>${text(words.address.lead)}</p>
<form data-route="/auth/change-address" data-done="${text(words.address.asked)}">
${email('new-address', words.address.label)}${password('address-password', words)}<button>${text(words.address.act)}</button></form>
<p><a href="/sign-in?lang=${locale}#address">${text(words.signIn.act)}</a></p></div>`;
