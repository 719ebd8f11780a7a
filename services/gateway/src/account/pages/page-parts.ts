import { text } from '../../http/page/page-text.ts';

/** An address; where somebody signs in, it is known to password managers as theirs. */
export const email = (
  id: string,
  label: string,
  known: 'email' | 'username' = 'email',
) => `<p><label for="${id}">${text(label)}</label>
<input id="${id}" name="email" type="email" autocomplete="${known}" required maxlength="254"></p>`;

/** A way to see what was typed: who cannot mistypes a long password, or picks a short one. */
const reveal = (id: string, { show }: Revealed) =>
  `<button type="button" class="reveal" data-reveals="${id}" aria-controls="${id}">${text(show)}</button>`;

interface Revealed {
  /** What the button says that shows the password. */
  readonly show: string;
}

const typed = 'type="password" autocapitalize="none" spellcheck="false" required';

export const newPassword = (
  { name, id }: { readonly name: string; readonly id: string },
  words: { readonly label: string; readonly passwordHint: string } & Revealed,
) => `<p><label for="${id}">${text(words.label)}</label>
<span id="${id}-hint">${text(words.passwordHint)}</span>
<input id="${id}" name="${name}" ${typed} autocomplete="new-password" aria-describedby="${id}-hint">
${reveal(id, words)}</p>`;

/** A password that exists already. */
export const password = (id: string, words: { readonly password: string } & Revealed) =>
  `<p><label for="${id}">${text(words.password)}</label>
<input id="${id}" name="password" ${typed} autocomplete="current-password">
${reveal(id, words)}</p>`;

/** Six digits or a backup code; telephones offer to fill it in. */
export const code = (
  id: string,
  words: { readonly label: string; readonly hint: string },
) => `<p><label for="${id}">${text(words.label)}</label>
<span id="${id}-hint">${text(words.hint)}</span>
<input id="${id}" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" aria-describedby="${id}-hint" required maxlength="32"></p>`;
