import { knownValuesScript } from './known-values.ts';

/**
 * Signs in and out, lists the examples, and opens the chosen one with what stands in braces read for whoever asks.
 * Nothing of it is stored in the browser.
 */
export const queryPageScript = `'use strict';
const at = (id) => document.getElementById(id);
const forgetful = { getItem: () => null, setItem: () => {}, removeItem: () => {}, clear: () => {}, length: 0 };
const root = ReactDOM.createRoot(at('editor'));
const welcome = { audience: 'public', name: 'welcome', query: '# Choose an example, or write a query.\\n{\\n  serverTime\\n}\\n', variables: '{}' };
const hatSelect = at('acting').querySelector('select');
let shown = welcome;

const hat = () => (hatSelect.value === '' ? {} : { 'Acting-As': hatSelect.value });
const post = (route, body, headers = {}) =>
  fetch(route, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers }, body: JSON.stringify(body) });
const read = async (query) => (await (await post('/graphql', { query }, hat())).json()).data ?? {};
const firstOf = (connection) => connection?.edges?.[0]?.node;

// The schema is asked for once: it costs as much as thousands of rows.
let schemaAnswer = null;
const fetcher = (params, options) => {
  const ask = GraphiQL.createFetcher({ url: '/graphql', headers: hat() });
  if (params.operationName !== 'IntrospectionQuery') return Promise.resolve(ask(params, options)).then(keepBulkAct);
  schemaAnswer ??= Promise.resolve(ask(params, options)).then((answer) => {
    if (!answer.data) schemaAnswer = null;
    return answer;
  });
  return schemaAnswer;
};

${knownValuesScript}
const open = async (operation) => {
  shown = operation;
  const variables = await filled(operation).catch(() => operation.variables);
  if (shown !== operation) return;
  tellMissing(variables);
  root.render(React.createElement(GraphiQL, {
    key: crypto.randomUUID(),
    fetcher,
    storage: forgetful,
    shouldPersistHeaders: false,
    query: operation.query,
    variables,
    defaultEditorToolsVisibility: variables === '{}' ? false : 'variables',
  }));
};

const button = (operation) => {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = operation.name;
  element.addEventListener('click', () => {
    for (const other of document.querySelectorAll('#examples button')) other.setAttribute('aria-current', String(other === element));
    // Where the list lies above the editor, it makes room for what was chosen.
    if (isNarrow()) at('list').open = false;
    void open(operation).then(() => isNarrow() && at('editor').scrollIntoView());
  });
  return element;
};

const list = (operations) => {
  at('count').textContent = operations.length === 0 ? 'None yet.' : operations.length + ' operations, by whom they are for.';
  for (const [audience, group] of Object.entries(Object.groupBy(operations, (each) => each.audience))) {
    const heading = document.createElement('h2');
    heading.textContent = audience;
    at('list').append(heading, ...group.map(button));
  }
};

const nameOf = ({ kind, membership }) => (membership ? membership.school.name + ', ' + membership.functions.join(' ') : kind);
const tellWho = async () => {
  hatSelect.replaceChildren();
  const { account } = await read('{ account { email hats { value kind membership { functions school { name } } } } }');
  const hats = account?.hats ?? [];
  if (hats.length > 1) hatSelect.append(...hats.map((each) => new Option(nameOf(each), each.value)));
  at('who').textContent = account ? account.email + (hats.length === 1 ? ' (' + nameOf(hats[0]) + ')' : '') : 'Nobody: public fields only. Sign in to run the others.';
  at('acting').hidden = hats.length < 2;
  at('sign-in').hidden = Boolean(account);
  at('give-code').hidden = true;
  at('sign-out').hidden = !account;
  await open(shown);
};

// A second press while the first is on its way is no second act; the button keeps its focus meanwhile.
const onSubmit = (id, act) => {
  const form = at(id);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    at('who').textContent = 'One moment…';
    try {
      await act(form);
    } catch {
      at('who').textContent = 'The platform does not answer: see whether it still runs, then try again.';
    } finally {
      form.ariaBusy = null;
    }
  });
};
// The form that had the focus is hidden now: what is told has it instead.
const tellAnew = async () => {
  await tellWho();
  at('who').focus();
};
onSubmit('sign-in', async (form) => {
  const answer = await post('/auth/sign-in/email', Object.fromEntries(new FormData(form)));
  // A password does not wait in a hidden form for the next person.
  if (answer.ok) form.reset();
  const { message, secondFactor } = await answer.json();
  if (secondFactor === 'SET_UP') return location.assign('/second-factor');
  if (secondFactor !== 'CODE') return answer.ok ? tellAnew() : void (at('who').textContent = message);
  at('who').textContent = 'Now the code of the second factor; for a demo account: npx -y pnpm@12 code ADDRESS.';
  at('sign-in').hidden = true;
  at('give-code').hidden = false;
  at('give-code').querySelector('input').focus();
});
onSubmit('give-code', async (form) => {
  const answer = await post('/auth/sign-in/code', Object.fromEntries(new FormData(form)));
  form.reset();
  if (answer.ok) return tellAnew();
  const { code, message } = await answer.json();
  // Ten minutes after the password the sign-in begins anew.
  if (code === 'UNAUTHENTICATED') await tellAnew();
  at('who').textContent = message;
});
onSubmit('sign-out', async () => {
  await post('/auth/sign-out', {});
  await tellAnew();
});
hatSelect.addEventListener('change', () => open(shown));
const isNarrow = () => matchMedia('(max-width: 45rem)').matches;
at('list').open = !isNarrow();
void tellWho();
fetch('/graphiql/operations.json').then((answer) => answer.json()).then(list);
`;
