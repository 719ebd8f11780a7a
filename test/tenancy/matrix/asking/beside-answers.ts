import type { MatrixWorld } from '../matrix-world.ts';
import { ask, type Principal } from './principal.ts';
import type { Reading } from './run-reads.ts';

/** Everybody fetches the files of all exports: whoever asked for one reads it, and finds no word of others there. */
export async function readFiles(reading: Reading, principals: readonly Principal[]): Promise<void> {
  const { port, findings, forbiddenIn } = reading;
  const urls = new Set<string>();
  for (const principal of principals) for (const url of await filesOf(port, principal)) urls.add(url);
  for (const principal of principals) {
    for (const url of urls) {
      const answer = await fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, { headers: principal.headers });
      const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
      findings.operations++;
      if (answer.status === 200) findings.filesRead.add(principal.name);
      for (const word of forbiddenIn(principal, text)) findings.leaks.add(`${principal.name} in the file of an export: ${word}`);
    }
  }
}

const files = '{ desk { exports(first: 10) { edges { node { file { url } } } } } }';

async function filesOf(port: number, principal: Principal): Promise<readonly string[]> {
  const { body } = await ask(port, principal, { query: files, variables: {} });
  return [...body.matchAll(/"url":"([^"]+)"/g)].flatMap(([, url]) => url ?? []);
}

/** Every mail that left holds words of its reader alone; who is no principal reads what was written about them when they were invited. */
export function readMails(
  { findings, forbiddenIn }: Reading,
  principals: readonly Principal[],
  { mails, people }: MatrixWorld,
): void {
  for (const { to, subject, text, html } of mails) {
    const reader = principals.find(({ name }) => people[name as keyof typeof people].email === to);
    const said = `${subject}\n${text}\n${html}`;
    const named = /kny[a-z]+/.exec(to)?.[0] ?? null;
    const heardBy = reader ?? { name: 'anonymous', headers: {}, side: null };
    for (const word of forbiddenIn(heardBy, named === null ? said : said.replaceAll(new RegExp(named, 'gi'), '…')))
      findings.leaks.add(`${reader?.name ?? 'a stranger'} in a mail: ${word}`);
  }
}
