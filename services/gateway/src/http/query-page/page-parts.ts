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
<nav id="examples" aria-label="Example operations">
<h1>Who asks</h1>
<p id="who" role="status">Loading…</p>
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
<h1>Examples</h1><p id="count">Loading…</p><p id="missing" role="status"></p>
</nav>
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
#missing:empty { display: none; }
#missing { position: sticky; top: 0; padding: .5rem; background: #fff4d6; color: #1c2333; }
#examples p { margin: .25rem 0; font-size: .85rem; overflow-wrap: anywhere; }
#examples form { margin-bottom: 1rem; font-size: .85rem; }
#examples label { display: block; margin: .25rem 0; }
#examples label[hidden] { display: none; }
#examples input, #examples select { box-sizing: border-box; width: 100%; padding: .3rem; border: 1px solid #6b7280; border-radius: 4px; font: inherit; }
#examples button { display: block; width: 100%; padding: .3rem .4rem; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; font-size: .85rem; text-align: left; cursor: pointer; }
#examples form button { margin-top: .5rem; border: 1px solid #6b7280; text-align: center; }
#examples button:hover, #examples button[aria-current=true] { background: #dfe4f0; }
@media (max-width: 45rem) { body { flex-direction: column; } #examples { width: auto; max-height: 35%; border: 0; border-bottom: 1px solid #d0d4dc; } #editor { height: auto; min-height: 0; } }
#editor { flex: auto; min-width: 0; height: 100%; }
`;
