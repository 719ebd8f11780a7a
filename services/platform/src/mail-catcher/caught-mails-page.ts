import type { CaughtMail } from './mail-catcher.ts';

/** What the catcher holds, newest first, as plain text with its links: nobody's HTML is run. */
export function caughtMailsPage(mails: readonly CaughtMail[]): string {
  const list = mails.length === 0 ? '<p>No mail yet.</p>' : mails.map(article).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Caught mails – Guichet, development</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:45rem;padding:1rem}article{border-top:1px solid #666}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}a{overflow-wrap:anywhere}</style></head>
<body><h1>Caught mails</h1><p>Development only: nothing was delivered. Newest first.</p>
<main>${list}</main></body></html>
`;
}

const article = (mail: CaughtMail) => `<article><h2>${escaped(mail.subject)}</h2>
<p>To ${escaped(mail.to)}, <time>${escaped(mail.at)}</time></p>
<pre>${escaped(mail.text)}</pre>
<ul>${mail.links.map((link) => `<li><a href="${escaped(link)}">${escaped(link)}</a></li>`).join('')}</ul></article>`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (plain: string) => plain.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
