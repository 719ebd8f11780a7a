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
<a class="skip" href="#editor">To the editor</a>
<nav id="examples" aria-label="Example operations">
<h1>Who asks</h1>
<p id="who" role="status" tabindex="-1">Loading…</p>
<form id="sign-in" hidden>
<label>Address <input name="email" type="email" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>
<form id="give-code" hidden>
<label>Code <input name="code" autocomplete="one-time-code" required></label>
<button>Give the code</button>
</form>
<form id="sign-out" hidden><label id="acting" hidden>Acting as <select></select></label><button>Sign out</button></form>
<details id="list" open><summary><h1>Examples</h1></summary><p id="count">Loading…</p></details>
<p id="missing" role="status"></p>
</nav>
<main id="editor" tabindex="-1">Loading…</main>
<script src="/graphiql/react.production.min.js"></script>
<script src="/graphiql/react-dom.production.min.js"></script>
<script src="/graphiql/graphiql.min.js"></script>
<script src="/graphiql/page.js"></script>
</body>
</html>
`;

// The editor takes its colours from the system, unless its own settings say otherwise: the list beside it follows both.
const dark =
  'color-scheme: dark; --ground: #1b2230; --ink: #e6e9f0; --faint: #b3bacb; --line: #3b455a; --edge: #8b95ab; --chosen: #33405a; --notice: #4a3c12;';

/** How the list of examples stands beside the editor; above it, and folded, where there is no room for both. */
export const queryPageStyle = `html, body { height: 100%; margin: 0; }
body { color-scheme: light; --ground: #f6f7f9; --ink: #1c2333; --faint: #4a5268; --line: #d0d4dc; --edge: #6b7280; --chosen: #dfe4f0; --notice: #fff4d6; }
body.graphiql-dark { ${dark} }
@media (prefers-color-scheme: dark) { body:not(.graphiql-light) { ${dark} } }
body { display: flex; font-family: system-ui, sans-serif; background: var(--ground); color: var(--ink); }
.skip { position: absolute; left: -100vw; padding: .5rem; background: var(--ground); color: inherit; }
.skip:focus { left: 0; z-index: 10; }
#examples { width: 15rem; flex: none; overflow: auto; box-sizing: border-box; padding: 1rem; border-right: 1px solid var(--line); }
#examples h1 { font-size: 1rem; margin: 0 0 .5rem; }
#examples summary { cursor: pointer; }
#examples summary h1 { display: inline; }
#examples h2 { font-size: .8rem; margin: 1rem 0 .25rem; color: var(--faint); }
#missing:empty { display: none; }
#missing { position: sticky; bottom: 0; padding: .5rem; background: var(--notice); }
#examples p { margin: .25rem 0; font-size: .85rem; overflow-wrap: anywhere; }
#examples form { margin-bottom: 1rem; font-size: .85rem; }
#examples label { display: block; margin: .25rem 0; }
#examples label[hidden] { display: none; }
#examples input, #examples select { box-sizing: border-box; width: 100%; padding: .3rem; border: 1px solid var(--edge); border-radius: 4px; font: inherit; }
#examples button { display: block; width: 100%; padding: .3rem .4rem; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; font-size: .85rem; text-align: left; cursor: pointer; }
#examples form button { margin-top: .5rem; border: 1px solid var(--edge); text-align: center; }
#examples form[aria-busy=true] button { opacity: .6; cursor: progress; }
#examples button:hover, #examples button[aria-current=true] { background: var(--chosen); }
#editor { flex: auto; min-width: 0; height: 100%; }
@media (max-width: 45rem) {
  body { display: block; height: auto; }
  #examples { width: auto; border: 0; border-bottom: 1px solid var(--line); }
  #examples details[open] { max-height: 60vh; overflow: auto; }
  #examples button { padding: .6rem .4rem; }
  #editor { height: 100vh; min-height: 30rem; }
  /* Side by side, nothing would be left for the answer. */
  #editor .graphiql-session { flex-direction: column; }
  #editor .graphiql-session > .graphiql-horizontal-drag-bar { display: none; }
  #editor .graphiql-session > div { min-height: 0; }
}
`;
