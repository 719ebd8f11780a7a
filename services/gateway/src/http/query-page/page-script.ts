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
  if (params.operationName !== 'IntrospectionQuery') return ask(params, options);
  schemaAnswer ??= Promise.resolve(ask(params, options)).then((answer) => {
    if (!answer.data) schemaAnswer = null;
    return answer;
  });
  return schemaAnswer;
};

const campaignPart = async () => {
  const { campaigns } = await read('{ campaigns(first: 20) { edges { node { id slug state members { school { id slug } notice { specialisms { id } } } } } } }');
  const all = (campaigns?.edges ?? []).map(({ node }) => node);
  const campaign = all.find(({ state }) => state === 'OPEN') ?? all[0];
  const [one, two, three] = campaign?.members ?? [];
  return {
    campaign: campaign?.id, campaignSlug: campaign?.slug, school: one?.school.id, otherSchool: two?.school.id, thirdSchool: three?.school.id,
    schoolSlug: one?.school.slug, specialism: one?.notice?.specialisms[0]?.id, otherSpecialism: two?.notice?.specialisms[0]?.id,
  };
};
const parts = {
  account: async () => {
    const { account } = await read('{ account { loginSessions { id isCurrent } } }');
    return { loginSession: account?.loginSessions.find(({ isCurrent }) => !isCurrent)?.id };
  },
  candidate: async (campaign) => {
    const { me } = await read('{ me { application(campaignId: "' + campaign + '") { id version submission { statementDigest } } } }');
    const own = me?.application;
    return { application: own?.id, applicationVersion: own?.version, statementDigest: own?.submission.statementDigest };
  },
  school: async (campaign) => {
    const { desk } = await read('{ desk { candidacies(campaignId: "' + campaign + '", first: 1) { edges { node { id dossier { identity { lastName } } } } } } }');
    const candidacy = firstOf(desk?.candidacies);
    return { candidacy: candidacy?.id, lastName: candidacy?.dossier.identity?.lastName };
  },
  'school-admin': async (campaign) => {
    const { desk } = await read('{ desk { school { version } members { id version functions } invitations(first: 20) { edges { node { id state } } } noticeDraft(campaignId: "' + campaign + '") { version digest } } }');
    const member = desk?.members?.find(({ functions }) => !functions.includes('ADMIN'));
    const pending = desk?.invitations?.edges.find(({ node }) => node.state === 'PENDING')?.node;
    return { invitation: pending?.id, member: member?.id, memberVersion: member?.version, schoolVersion: desk?.school?.version, noticeDraftVersion: desk?.noticeDraft?.version, noticeDraftDigest: desk?.noticeDraft?.digest };
  },
  reader: async () => {
    const { reading } = await read('{ reading { readings(first: 1) { edges { node { candidacy { id } } } } } }');
    return { candidacy: firstOf(reading?.readings)?.candidacy.id };
  },
  consortium: async (campaign) => {
    const { consortium } = await read('{ consortium { administrators { id } invitations(first: 20) { edges { node { id state } } } campaigns(first: 100) { edges { node { version campaign { id state } } } } } }');
    const all = (consortium?.campaigns?.edges ?? []).map(({ node }) => node);
    const draft = all.find((each) => each.campaign.state === 'DRAFT');
    const pending = consortium?.invitations?.edges.find(({ node }) => node.state === 'PENDING')?.node;
    return { consortiumInvitation: pending?.id, administrator: consortium?.administrators?.at(-1)?.id, campaignVersion: all.find((each) => each.campaign.id === campaign)?.version, draftCampaign: draft?.campaign.id, draftCampaignVersion: draft?.version };
  },
};

const filled = async ({ audience, variables }) => {
  if (!variables.includes('{{')) return variables;
  const known = { key: crypto.randomUUID(), ...(await campaignPart()) };
  if (parts[audience]) Object.assign(known, await parts[audience](known.campaign));
  return variables.replace(/"\\{\\{(\\w+)\\}\\}"/g, (braces, name) => (known[name] === undefined ? braces : JSON.stringify(known[name])));
};

const open = async (operation) => {
  shown = operation;
  const variables = await filled(operation).catch(() => operation.variables);
  if (shown !== operation) return;
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
  at('who').textContent = 'Now the code of the second factor; for a demo account: pnpm code ADDRESS.';
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
