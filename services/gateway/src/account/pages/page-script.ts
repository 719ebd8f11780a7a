/**
 * What the pages run. The token stays in the fragment, which is sent nowhere, until a button posts it in a body.
 * A form names its route and its fields; `data-then` submits another form once it succeeds.
 */
export const pageScript = `
const words = JSON.parse(document.getElementById('words').textContent);
const token = location.hash.slice(1);
const told = document.getElementById('told');
const title = document.title;
const tell = (text, kind) => {
  told.textContent = text;
  told.className = kind;
  document.title = (kind === 'refused' ? words.error + ' ' : '') + title;
  told.focus();
};
// A second link followed in the same tab changes the fragment alone, and its token counts.
addEventListener('hashchange', () => location.reload());
for (const link of document.querySelectorAll('a[hreflang]')) link.hash = location.hash;
for (const part of document.querySelectorAll('[data-needs]')) part.hidden = (part.dataset.needs === 'token') !== (token !== '');
if (token === '' && document.querySelector('[data-needs="token"]') && !document.querySelector('[data-needs="nothing"]')) tell(words.noLink, 'refused');
function askAnew() {
  const asking = document.querySelectorAll('[data-needs="nothing"]');
  if (asking.length === 0) return;
  for (const part of document.querySelectorAll('[data-needs="token"]')) part.hidden = true;
  for (const part of asking) part.hidden = false;
}
// What a refusal is about is marked, so that whoever hears the page rather than sees it knows where to go.
const faulty = { PASSWORD_REFUSED: 'new-password', CODE_REFUSED: 'one-time-code' };
function mark(form, code) {
  for (const field of form.querySelectorAll('input')) {
    const isFaulty = field.autocomplete === faulty[code];
    field.ariaInvalid = isFaulty ? 'true' : null;
    const hint = document.getElementById(field.id + '-hint')?.id;
    const told = [...(isFaulty ? ['told'] : []), ...(hint ? [hint] : [])].join(' ');
    if (told === '') field.removeAttribute('aria-describedby');
    else field.setAttribute('aria-describedby', told);
  }
}
function reveal(button, isShown) {
  at(button.dataset.reveals).type = isShown ? 'text' : 'password';
  button.textContent = isShown ? words.hide : words.show;
}
const refusalIn = ({ message, errors }) => {
  const traceId = errors?.[0]?.extensions?.traceId;
  return message ?? (traceId ? words.incident + ' ' + traceId : words.unreachable);
};
async function post(form) {
  const body = form instanceof HTMLFormElement ? Object.fromEntries(new FormData(form)) : {};
  if (form.dataset.token !== undefined) body.token = token;
  const headers = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang };
  const answer = await fetch(form.dataset.route, { method: 'POST', headers, body: JSON.stringify(body) });
  return { isDone: answer.ok, ...(await answer.json()) };
}
async function submit(form) {
  const button = form.querySelector('button:not([data-reveals])');
  button.disabled = true;
  // Hidden again before anything is sent, so that no browser keeps it as a word that was typed.
  for (const shown of form.querySelectorAll('[data-reveals]')) reveal(shown, false);
  tell(words.working, 'working');
  try {
    const typed = form.querySelector('[name=email]')?.value ?? '';
    const answer = await post(form);
    mark(form, answer.code);
    // What was typed, a password above all, does not wait in a hidden form for the next person.
    if (answer.isDone) form.reset();
    if (answer.isDone && follow(form, answer)) return;
    if (answer.isDone && form.dataset.then) return await submit(document.getElementById(form.dataset.then));
    if (answer.isDone) {
      tell(form.dataset.done.replace('{email}', () => typed), 'done');
      for (const part of document.querySelectorAll('[data-sent]')) part.hidden = false;
      if (form.dataset.token !== undefined) for (const part of document.querySelectorAll('[data-after]')) part.hidden = false;
      if (form.dataset.looks !== undefined) return await look();
      if (form.dataset.again === undefined) (form.closest('[data-needs]') ?? form).hidden = true;
      return;
    }
    if (answer.code === 'LINK_REFUSED') askAnew();
    // What was begun, a code to be given above all, has run out: back to where a person signs in.
    if (answer.code === 'UNAUTHENTICATED') shownAt(['out']);
    const next = answer.code === 'UNAUTHENTICATED' && document.getElementById('first');
    if (next) { next.hidden = false; return tell(words.first, 'working'); }
    // Who is signed in with another address than the invited one signs in anew here.
    if (answer.code === 'INVITATION_REFUSED') at('first').hidden = false;
    tell(refusalIn(answer), 'refused');
  } catch {
    tell(words.unreachable, 'refused');
  } finally {
    button.disabled = false;
  }
}
document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-reveals]');
  if (button) reveal(button, at(button.dataset.reveals).type === 'password');
});
document.addEventListener('submit', (event) => { event.preventDefault(); void submit(event.target); });
`;
