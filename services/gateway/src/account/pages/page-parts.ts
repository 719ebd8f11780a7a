import { text } from '../../http/page/page-text.ts';

/** An address; where somebody signs in, it is known to password managers as theirs. */
export const email = (
  id: string,
  label: string,
  known: 'email' | 'username' = 'email',
) => `<p><label for="${id}">${text(label)}</label>
<input id="${id}" name="email" type="email" autocomplete="${known}" required maxlength="254"></p>`;

export const newPassword = (
  name: string,
  id: string,
  ...[label, hint]: [string, string]
) => `<p><label for="${id}">${text(label)}</label>
<span id="${id}-hint">${text(hint)}</span>
<input id="${id}" name="${name}" type="password" autocomplete="new-password" aria-describedby="${id}-hint" required></p>`;

/** A password that exists already. */
export const password = (id: string, label: string) => `<p><label for="${id}">${text(label)}</label>
<input id="${id}" name="password" type="password" autocomplete="current-password" required></p>`;

/** Six digits or a backup code; telephones offer to fill it in. */
export const code = (
  id: string,
  words: { readonly label: string; readonly hint: string },
) => `<p><label for="${id}">${text(words.label)}</label>
<span id="${id}-hint">${text(words.hint)}</span>
<input id="${id}" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" aria-describedby="${id}-hint" required maxlength="32"></p>`;
