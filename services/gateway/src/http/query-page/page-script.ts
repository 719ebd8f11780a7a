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
    void open(operation);
  });
  return element;
};

const list = (operations) => {
  at('count').textContent = operations.length === 0 ? 'None yet.' : operations.length + ' operations, by whom they are for.';
  for (const [audience, group] of Object.entries(Object.groupBy(operations, (each) => each.audience))) {
    const heading = document.createElement('h2');
    heading.textContent = audience;
    at('examples').append(heading, ...group.map(button));
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

at('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await post('/auth/sign-in/email', Object.fromEntries(new FormData(event.target)));
  const { message, secondFactor } = await answer.json();
  if (secondFactor === 'SET_UP') return location.assign('/second-factor');
  if (secondFactor !== 'CODE') return answer.ok ? tellWho() : void (at('who').textContent = message);
  at('who').textContent = 'Now the code of the second factor; for a demo account: npx -y pnpm@12 code ADDRESS.';
  at('sign-in').hidden = true;
  at('give-code').hidden = false;
  at('give-code').querySelector('input').focus();
});
at('give-code').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await post('/auth/sign-in/code', Object.fromEntries(new FormData(event.target)));
  event.target.reset();
  if (answer.ok) return tellWho();
  const { code, message } = await answer.json();
  at('who').textContent = message;
  // Ten minutes after the password the sign-in begins anew.
  if (code === 'UNAUTHENTICATED') await tellWho();
});
at('sign-out').addEventListener('submit', async (event) => {
  event.preventDefault();
  await post('/auth/sign-out', {});
  await tellWho();
});
hatSelect.addEventListener('change', () => open(shown));
void tellWho();
fetch('/graphiql/operations.json').then((answer) => answer.json()).then(list);
`;
