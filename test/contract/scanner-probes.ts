import { ask, send, told } from './probe-requests.ts';

/** A gateway in production mode, and a field that anybody may ask for without argument. */
export interface Scanned {
  readonly url: string;
  readonly field: string;
}

const byGet = async ({ url }: Scanned, query: string) => told(await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`));
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const circular = `{__schema{${'types{fields{type{'.repeat(4)}name${'}}}'.repeat(4)}}}`;
const pages = ['/graphql', '/graphiql', '/playground', '/console', '/'];

/** The thirteen probes of A-02 that a scanner sends; the names of those that find something. */
export async function findingsOf(scanned: Scanned): Promise<readonly string[]> {
  const findings: string[] = [];
  const find = (name: string, isFound: boolean) => isFound && findings.push(name);
  const asked = (document: string) => ask(scanned, document);
  const { field } = scanned;
  find('1 suggestion', (await asked(`{ ${field.slice(0, -1)} }`)).text.includes(field));
  find('2 introspection', (await asked('{ __schema { queryType { name } } }')).data !== undefined);
  for (const path of pages) find(`3 page at ${path}`, await hasPage(`${scanned.url}${path}`));
  find('4 query by GET', (await byGet(scanned, '{__typename}')).data !== undefined);
  find('5 mutation by GET', (await byGet(scanned, 'mutation{__typename}')).data !== undefined);
  find('6 form', (await send(scanned, 'query={__typename}', form)).data !== undefined);
  const aliases = Array.from({ length: 101 }, (_, at) => `a${at}:${field}`).join(' ');
  find('7 aliases', (await asked(`{${aliases}}`)).data !== undefined);
  const batch = JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{__typename}' })));
  find('8 batch', (await send(scanned, batch)).status < 400);
  const { extensions } = await asked(`{${field}}`);
  find('9 tracing', Object.keys(extensions).join() !== 'cost');
  find('10 directives', (await asked(`{${field} ${'@aa'.repeat(10)}}`)).errors.length >= 10);
  find('11 circular introspection', (await asked(circular)).data !== undefined);
  find('12 unclean error', /stack|exception|\.js|node_modules/i.test((await asked(`{ ${field}`)).text));
  find('13 repeated field', (await asked(`{${`${field} `.repeat(500)}}`)).errors.length > 5);
  return findings;
}

async function hasPage(address: string): Promise<boolean> {
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  const html = await page.text();
  // What leads to where people sign in, or says what to do instead, is no page for queries.
  return (page.status < 400 && page.url === address) || /graphiql|playground|apollo|altair|voyager/i.test(html);
}
