/** Every message of an answer: those of refusals, and those that an act answers with. */
export interface Messages {
  readonly refusals: readonly string[];
  readonly objections: readonly string[];
}

export function messagesIn(body: string): Messages {
  const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: readonly { message: string }[] };
  return { refusals: errors.map(({ message }) => message), objections: objectionsIn(data) };
}

/** Whatever stands under `userErrors`, however deep. */
function objectionsIn(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(objectionsIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'userErrors' && Array.isArray(value)
      ? value.flatMap(({ message }: { message?: unknown }) => (typeof message === 'string' ? [message] : []))
      : objectionsIn(value),
  );
}

/** A message without what may differ from one to the next: quoted text, paths, numbers, names. */
export const masked = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|«[^»]*»|“[^”]*”|‘[^’]*’/g, '…')
    .replaceAll(/\b[a-z]\w*(?:\.\w+)+/g, 'path')
    .replaceAll(/\d+(?:[.,:]\d+)*/g, 'N')
    .replaceAll(/(?<=[\p{L},;] )\p{Lu}[\p{L}’-]*(?: \p{Lu}[\p{L}’-]*)*/gu, 'Name');

const innards =
  /violates|duplicate key|relation "|syntax error at|invalid input (?:syntax|value)|permission denied for|\bpg_|\bSELECT\b|\binsert into\b|\.(?:ts|js|mjs|sql)\b|node_modules|\/(?:src|usr|home|var)\/|\bat \S+ \(|TypeError|undefined|\[object/i;

/** Whether a message shows how we are built: a name of the database, its words, a file, a stack, a slip of the language. */
export const showsInnards = (message: string, names: ReadonlySet<string>): boolean =>
  innards.test(message) || message.split(/[^a-z0-9_]+/).some((word) => names.has(word));
