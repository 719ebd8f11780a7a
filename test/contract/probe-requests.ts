/** Where requests go. */
export interface Door {
  readonly url: string;
}

/** One error as a client reads it. */
export interface ToldError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** An answer as a client reads it. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly ToldError[];
  readonly extensions: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What a request carries beside its document. */
export interface Asking {
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const specified = { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'accept-language': 'en' };

/** Sends a document as the specification wants it. */
export const ask = (probe: Door, query: string, { headers = {}, ...asked }: Asking = {}): Promise<Told> =>
  send(probe, JSON.stringify({ query, ...asked }), headers);

/** Sends any body by POST. */
export const send = async (
  probe: Door,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Told> =>
  told(await fetch(`${probe.url}/graphql`, { method: 'POST', headers: { ...specified, ...headers }, body: body as string }));

/** Reads an answer, which is always JSON. */
export const told = async (response: Response): Promise<Told> => {
  const text = await response.text();
  const { data, errors = [], extensions = {} } = JSON.parse(text);
  return { status: response.status, headers: response.headers, text, data, errors, extensions };
};

/** The code of the first error. */
export const codeOf = ({ errors }: Told): string | undefined => errors[0]?.extensions.code;

/** The limit that the first error names. */
export const limitOf = ({ errors }: Told): unknown => errors[0]?.extensions['limit'];

/** The answer, and the least processor time in milliseconds that this process spent on it in a dozen tries: the first ones also compile. */
export const timed = async (asking: () => Promise<Told>): Promise<Told & { readonly cpu: number }> => {
  const runs: (Told & { readonly cpu: number })[] = [];
  for (let run = 0; run < 12; run += 1) {
    const before = process.cpuUsage();
    const answer = await asking();
    const { user, system } = process.cpuUsage(before);
    runs.push({ ...answer, cpu: (user + system) / 1000 });
  }
  return runs.reduce((best, each) => (each.cpu < best.cpu ? each : best));
};
