import { setTimeout as pause } from 'node:timers/promises';
import { codeSeconds } from '@guichet/domain/account/second-factor';
import { telephoneOf } from '../demonstration/telephone.ts';
import type { Operation } from './operation.ts';

/** What came back from one operation. */
export interface Told {
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape is that of the published operation
  readonly data: any;
  readonly codes: readonly string[];
}

/** Somebody at the platform's door, with nothing but HTTP. */
export interface Visitor {
  readonly email: string;
  /** One operation; errors are told, not thrown. */
  ask(asked: Operation): Promise<Told>;
  /** One mutation that must succeed: its payload. */
  act(asked: Operation): Promise<Told['data']>;
}

const post = (url: string, body: object, as: { readonly cookie?: string; readonly authorization?: string } = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: new URL(url).origin,
      'accept-language': 'en',
      ...as,
    },
    body: JSON.stringify(body),
  });

/** An account route that must answer with 200. */
export const postAccount = (url: string, path: string, body: object) => postSigned({ url }, path, body);

/** The same, as whoever the cookie speaks for. */
export async function postSigned(
  { url, cookie }: { readonly url: string; readonly cookie?: string },
  path: string,
  body: object,
): Promise<Response> {
  const answer = await post(`${url}/auth/${path}`, body, cookie ? { cookie } : {});
  if (answer.ok) return answer;
  throw new Error(`POST /auth/${path} answered ${answer.status}: ${await answer.text()}`);
}

/** The session a browser would keep. */
export const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

/** An account as its holder signs in: with a code, where a second factor is set up. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly totpSecret?: string | null;
}

/** A code opens once: where the present one was used already, the next one is given; that was used too only half a minute ago. */
async function giveCode(url: string, begun: string, totpSecret: string): Promise<string> {
  for (const [which, waitMs] of [
    ['PRESENT', 0],
    ['NEXT', 0],
    ['NEXT', codeSeconds * 1000],
  ] as const) {
    await pause(waitMs);
    const answer = await post(`${url}/auth/sign-in/code`, { code: telephoneOf(totpSecret, which).code }, { cookie: begun });
    if (answer.ok) return cookieOf(answer);
  }
  throw new Error('No code was taken');
}

/** Signs in and stays signed in. */
export async function signIn(url: string, { email, password, totpSecret = null }: Credentials): Promise<Visitor> {
  const begun = cookieOf(await postAccount(url, 'sign-in/email', { email, password }));
  const cookie = totpSecret === null ? begun : await giveCode(url, begun, totpSecret);
  return visitor(url, email, { cookie });
}

/** A school's own system, with nothing but its key. */
export const systemWith = (url: string, apiKey: string): Visitor =>
  visitor(url, 'a school’s own system', { authorization: `Bearer ${apiKey}` });

function visitor(url: string, email: string, as: { readonly cookie?: string; readonly authorization?: string }): Visitor {
  const ask = async ({ document, variables }: Operation): Promise<Told> => {
    const response = await post(`${url}/graphql`, { query: document, variables }, as);
    const { data = null, errors = [] } = (await response.json()) as {
      data?: unknown;
      errors?: { extensions?: { code?: string } }[];
    };
    return { data, codes: errors.map(({ extensions }) => extensions?.code ?? 'UNKNOWN') };
  };
  const act = async (asked: Operation) => {
    const { data, codes } = await ask(asked);
    const [payload] = Object.values<{ readonly userErrors: readonly { readonly message: string }[] }>(data ?? {});
    const refused = [...codes, ...(payload?.userErrors ?? []).map(({ message }) => message)];
    if (!payload || refused.length > 0) throw new Error(`${email} was refused: ${refused.join(' ')}`);
    return payload;
  };
  return { email, ask, act };
}
