/** In which JSON an answer is told; the first where a client reads both alike. */
const told = ['application/json', 'application/graphql-response+json'] as const;

/** One of the two. */
export type MediaType = (typeof told)[number];

interface Range {
  readonly type: string;
  readonly quality: number;
  /** Its place in the header: among equals the first named is meant. */
  readonly place: number;
}

/**
 * The media type a client prefers for its answer, plain JSON when it names none; null when it reads neither, or refuses both by `q=0`. What
 * a range says beside its quality is no reason to refuse: an answer says by itself what it is.
 */
export const mediaTypeFor = (accept: string | undefined): MediaType | null =>
  told.find((type) => type === accept) ?? preferred(accept, told);

/** Of several types the one a client prefers, the first when it names none; null when it reads none of them. */
export function preferred<Type extends string>(accept: string | undefined, types: readonly [Type, ...Type[]]): Type | null {
  const ranges = (accept ?? '').split(',').flatMap(rangeIn);
  if (ranges.length === 0) return types[0];
  const liked = types.map((type) => ({ type, range: closest(type, ranges) })).filter(({ range }) => range.quality > 0);
  const [best] = liked.toSorted((a, b) => b.range.quality - a.range.quality || a.range.place - b.range.place);
  return best?.type ?? null;
}

function rangeIn(written: string, place: number): Range[] {
  const [type = '', ...parameters] = written
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type === '') return [];
  const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.split('=')[1];
  return [{ type, quality: quality === undefined ? 1 : Number(quality) || 0, place }];
}

/** Of the ranges that hold a type the one that names it most closely counts, whatever the others say (RFC 9110, 12.5.1). */
function closest(type: string, ranges: readonly Range[]): Range {
  const named = [type, type.replace(/\/.*/, '/*'), '*/*'].map((name) => ranges.find((range) => range.type === name));
  return named.find((range) => range !== undefined) ?? { type, quality: 0, place: ranges.length };
}
