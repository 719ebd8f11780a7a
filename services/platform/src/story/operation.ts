import { readFileSync } from 'node:fs';

/** One of the published examples, as any client would send it. */
export interface Operation {
  readonly document: string;
  /** Its example variables, the blanks filled in. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const folder = new URL('../../../../schema/operations/', import.meta.url);

/** The example `audience/name`, each `{{blank}}` of its variables filled from `blanks`, its input changed by `change`. */
export function operation(path: string, blanks: Readonly<Record<string, unknown>> = {}, change: object = {}): Operation {
  const document = readFileSync(new URL(`${path}.graphql`, folder), 'utf8');
  const variables = filled(JSON.parse(variablesOf(path)), { key: crypto.randomUUID(), ...blanks }) as { readonly input?: object };
  return {
    document,
    variables: variables.input ? { ...variables, input: { ...variables.input, ...change } } : { ...variables, ...change },
  };
}

function variablesOf(path: string): string {
  try {
    return readFileSync(new URL(`${path}.variables.json`, folder), 'utf8');
  } catch {
    return '{}'; // an operation without variables has no such file
  }
}

function filled(value: unknown, blanks: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, blanks));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, blanks)]));
  const blank = typeof value === 'string' ? /^\{\{(\w+)\}\}$/.exec(value)?.[1] : undefined;
  return blank !== undefined && blank in blanks ? blanks[blank] : value;
}
