/** The page around the query editor. */
export const queryPageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Guichet: queries</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.min.css">
<link rel="stylesheet" href="/graphiql/page.css">
</head>
<body>
<nav id="examples" aria-label="Example operations"><h1>Examples</h1><p>Loading…</p></nav>
<main id="editor">Loading…</main>
<script src="/graphiql/react.production.min.js"></script>
<script src="/graphiql/react-dom.production.min.js"></script>
<script src="/graphiql/graphiql.min.js"></script>
<script src="/graphiql/page.js"></script>
</body>
</html>
`;

/** How the list of examples stands beside the editor. */
export const queryPageStyle = `html, body { height: 100%; margin: 0; }
body { display: flex; font-family: system-ui, sans-serif; }
#examples { width: 15rem; flex: none; overflow: auto; box-sizing: border-box; padding: 1rem; border-right: 1px solid #d0d4dc; background: #f6f7f9; color: #1c2333; }
#examples h1 { font-size: 1rem; margin: 0 0 .5rem; }
#examples h2 { font-size: .8rem; margin: 1rem 0 .25rem; color: #4a5268; }
#examples button { display: block; width: 100%; padding: .3rem .4rem; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; font-size: .85rem; text-align: left; cursor: pointer; }
#examples button:hover, #examples button[aria-current=true] { background: #dfe4f0; }
#editor { flex: auto; min-width: 0; height: 100%; }
`;

/** Lists the examples and opens the chosen one in the editor; nothing of it is stored in the browser. */
export const queryPageScript = `'use strict';
const forgetful = { getItem: () => null, setItem: () => {}, removeItem: () => {}, clear: () => {}, length: 0 };
const root = ReactDOM.createRoot(document.getElementById('editor'));
const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const welcome = { name: 'welcome', query: '# Choose an example on the left, or write a query.\\n{\\n  __typename\\n}\\n', variables: '' };

const open = (operation) =>
  root.render(React.createElement(GraphiQL, {
    key: operation.audience + '/' + operation.name,
    fetcher,
    storage: forgetful,
    shouldPersistHeaders: false,
    query: operation.query,
    variables: operation.variables,
    defaultEditorToolsVisibility: operation.variables ? 'variables' : false,
  }));

const button = (operation) => {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = operation.name;
  element.addEventListener('click', () => {
    for (const other of document.querySelectorAll('#examples button')) other.setAttribute('aria-current', String(other === element));
    open(operation);
  });
  return element;
};

const list = (operations) => {
  const nav = document.getElementById('examples');
  nav.querySelector('p').textContent = operations.length === 0 ? 'None yet.' : operations.length + ' operations, by whom they are for.';
  for (const [audience, group] of Object.entries(Object.groupBy(operations, (each) => each.audience))) {
    const heading = document.createElement('h2');
    heading.textContent = audience;
    nav.append(heading, ...group.map(button));
  }
};

open(welcome);
fetch('/graphiql/operations.json').then((answer) => answer.json()).then(list);
`;
