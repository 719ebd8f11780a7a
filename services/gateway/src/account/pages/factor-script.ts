/**
 * What the pages of the second factor run beside the others' script. Parts of a page are states, of which some are shown at a time; an
 * answer that brings something to be shown, a code to be asked for above all, decides which.
 */
export const factorScript = `
const at = (id) => document.getElementById(id);
const shownAt = (states) => { for (const part of document.querySelectorAll('[data-state]')) part.hidden = !states.includes(part.dataset.state); };
const go = (page) => location.assign('/' + page + '?lang=' + document.documentElement.lang);
function follow(form, answer) {
  if (answer.secondFactor === 'CODE') {
    if (at('first')) at('first').hidden = true;
    shownAt(['code']);
    tell(words.code, 'working');
    at('sign-in-code').focus();
    return true;
  }
  if (answer.secondFactor === 'SET_UP' && form.dataset.shows) return go('second-factor'), true;
  if (answer.secondFactor === 'SET_UP') shownAt(['to-factor']);
  if (answer.drawing) return offer(answer), true;
  if (answer.backupCodes) {
    at('codes').replaceChildren(...answer.backupCodes.map((code) => Object.assign(document.createElement('li'), { textContent: code })));
    // Another language would be another page, without the codes.
    for (const link of document.querySelectorAll('a[hreflang]')) link.hidden = true;
    shownAt(['codes']);
    tell(form.dataset.done, 'done');
    return true;
  }
  if (form.dataset.shows && ['second-factor', 'address'].includes(token)) return go(token), true;
  if (form.dataset.shows) shownAt([form.dataset.shows]);
  return false;
}
function offer({ drawing, base32, uri }) {
  at('drawing').replaceChildren(new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement);
  at('key').textContent = base32.match(/.{1,4}/g).join(' ');
  at('uri').href = uri;
  shownAt(['offered']);
  tell('', '');
  at('confirm-code').focus();
}
async function look() {
  const account = await post({ dataset: { route: '/auth/account' } });
  if (!account.isDone) return shownAt(['out']);
  if (at('signed-in')) {
    at('signed-in').textContent = account.email;
    return shownAt(['in']);
  }
  at('required').hidden = !account.isRequired;
  at('left').textContent = account.backupCodesLeft;
  shownAt([account.hasSecondFactor ? 'set' : 'none']);
}
if (document.querySelector('[data-look]')) look().catch(() => tell(words.unreachable, 'refused'));
`;
