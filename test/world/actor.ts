import type { Gateway } from '@guichet/gateway/gateway';

/** What came back: status and headers beside the GraphQL answer. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: string;
  readonly data: T;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly [fact: string]: unknown };
  }[];
}

/** Somebody who asks; nobody has no cookie. */
export interface Actor {
  readonly accountId: string;
  readonly email: string;
  readonly cookie: string | null;
  /** One operation as this person; `actingAs` names the hat. */
  ask<T = Selected>(
    document: string,
    variables?: object,
    options?: { actingAs?: string; headers?: Record<string, string> },
  ): Promise<Answer<T>>;
  /** The data of an operation that must succeed without errors. */
  read<T = Selected>(document: string, variables?: object, options?: { actingAs?: string }): Promise<T>;
}

/** A selection as a test wrote it: any path may be followed, and an absent one is undefined. */
// oxlint-disable-next-line typescript/no-explicit-any -- the shape is the test's own document
export type Selected = any;

interface Who {
  readonly accountId: string;
  readonly email: string;
  readonly cookie: string | null;
  readonly origin: string;
}

/** A person at the gateway's door. */
export function actor(gateway: Gateway, { accountId, email, cookie, origin }: Who): Actor {
  const ask: Actor['ask'] = async (query, variables = {}, { actingAs, headers = {} } = {}) => {
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        origin,
        ...(cookie === null ? {} : { cookie }),
        ...(actingAs === undefined ? {} : { 'acting-as': actingAs }),
        ...headers,
      },
      payload: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = JSON.parse(response.body);
    return { status: response.statusCode, headers: response.headers, body: response.body, data, errors };
  };
  return {
    accountId,
    email,
    cookie,
    ask,
    read: async (document, variables, options) => {
      const answer = await ask(document, variables, options);
      if (answer.errors.length > 0) throw new Error(`${answer.status} ${JSON.stringify(answer.errors)}`);
      return answer.data as never;
    },
  };
}
