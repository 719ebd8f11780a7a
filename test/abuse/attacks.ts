import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One attack document of cases A-09 to A-17, as a body of a request. */
export interface Attack {
  readonly name: string;
  readonly body: string;
}

/** A way round in a schema: how to reach a type from the root, and the fields that lead from it back to itself. */
export interface Circle {
  readonly type: string;
  readonly way: readonly string[];
  readonly round: readonly string[];
}

/** What a schema has to attack: its circle, if it has one, and a list with pages, its size left open. */
export interface Target {
  readonly circle: Circle;
  readonly list: (size: string) => string;
}

const nested = (fields: readonly string[], inner: string) => fields.reduceRight((body, field) => `${field}{${body}}`, inner);
const times = (count: number, part: (at: number) => string) => Array.from({ length: count }, (_, at) => part(at)).join(' ');

/** The documents of A-09 to A-17 for one schema, each of which must be refused before anything is executed. */
export function attacksOn({ circle, list }: Target): readonly Attack[] {
  const { type, way, round } = circle;
  const turn = (inner: string) => nested(round, inner);
  const on = (inner: string) => `{${nested(way, inner)}}`;
  const chain = (length: number, body: (next: string) => string) =>
    `${on('...F0')} ${times(length, (at) => `fragment F${at} on ${type} {${body(`...F${at + 1}`)}}`)} fragment F${length} on ${type} {__typename}`;
  const documents: Readonly<Record<string, string>> = {
    'A-09 named-fragment bomb 3^13': chain(13, (next) => `a:${turn(next)} b:${turn(next)} c:${turn(next)}`),
    'A-10 alias-free bomb 2^18': chain(18, (next) => turn(`${next} ${next}`)),
    'A-10 a bomb without depth': `${on('...S '.repeat(60))} fragment S on ${type} {${'__typename '.repeat(20)}}`,
    'A-11 overlap 45 times 100': on(`...on ${type}{${'__typename '.repeat(100)}}`.repeat(45)),
    'A-11 one field 15,000 times': on('x '.repeat(15_000)),
    'A-12 circular fragments': `${on('...A')} fragment A on ${type} {${turn('...B')}} fragment B on ${type} {${turn('...A')}}`,
    'A-12 500 unused fragments': `{__typename} ${times(500, (at) => `fragment U${at} on ${type}{__typename}`)}`,
    'A-12 fragment on the wrong type': '{...on PageInfo{hasNextPage}}',
    'A-13 depth of eleven and more': on(nested(Array(11).fill(round).flat(), '__typename')),
    'A-14 sixteen aliases': on(times(16, (at) => `a${at}:__typename`)),
    'A-14 160 aliases': on(times(160, (at) => `a${at}:__typename`)),
    'A-14 aliases over five fragments': `${on(times(5, (at) => `...F${at}`))} ${times(5, (at) => `fragment F${at} on ${type} {${times(4, (each) => `a${at}${each}:__typename`)}}`)}`,
    'A-15 ten unknown directives': on(`__typename ${'@aa '.repeat(10)}`),
    'A-15 sixty @skip': on(`__typename ${'@skip(if:false) '.repeat(60)}`),
    'A-15 @defer': on(`...on ${type} @defer {__typename}`),
    'A-16 a page of a million': `{${list('first:1000000')}}`,
    'A-16 a page of minus one': `{${list('first:-1')}}`,
    'A-16 a page without size': `{${list('first:null')}}`,
    'A-17 1,001 tokens': on('__typename '.repeat(999)),
    'A-17 a block of 10,000 lines': `{${list(`first:1,after:"""${'\n'.repeat(10_000)}"""`)}}`,
  };
  const written = Object.entries(documents).map(([name, query]) => ({ name, body: JSON.stringify({ query }) }));
  const byVariable = { query: `query($n:Int=1){${list('first:$n')}}`, variables: { n: 1_000_000 } };
  return [
    ...written,
    { name: 'A-16 a page of a million, by a variable', body: JSON.stringify(byVariable) },
    { name: 'A-17 a literal of 1 MB', body: JSON.stringify({ query: `{${list(`first:1,after:"${'x'.repeat(1_000_000)}"`)}}` }) },
  ];
}

/**
 * The shortest circle that a document may turn in. Where a schema has none, the bombs turn in a field it does not have: they are to be
 * refused as cheaply.
 */
export function circleOf(schema: GraphQLSchema): Circle {
  const root = schema.getQueryType() as GraphQLObjectType;
  const ways = waysFrom(root);
  for (const [type, way] of ways) {
    const round = waysFrom(type, type).get(type);
    if (round !== undefined && round.length > 0) return { type: type.name, way, round };
  }
  return { type: root.name, way: [], round: ['self'] };
}

/** The shortest way to every type that can be reached; to a goal, the way back to where it began. */
function waysFrom(start: GraphQLObjectType, goal?: GraphQLObjectType): ReadonlyMap<GraphQLObjectType, readonly string[]> {
  const ways = new Map<GraphQLObjectType, readonly string[]>([[start, []]]);
  for (const [type, way] of ways) {
    for (const field of Object.values(type.getFields())) {
      const [next, step] = [getNamedType(field.type), stepBy(field)];
      if (!isObjectType(next) || step === null) continue;
      if (next === goal) return new Map([[goal, [...way, step]]]);
      if (!ways.has(next)) ways.set(next, [...way, step]);
    }
  }
  return goal === undefined ? ways : new Map();
}

const values: Readonly<Record<string, string>> = { ID: '"x"', String: '"x"', Int: '1' };

/** A field with what it cannot go without; null when that is more than a word or a number. */
function stepBy({ name, args }: GraphQLField<unknown, unknown>): string | null {
  const needed = args.filter(
    (argument) => argument.name === 'first' || (isNonNullType(argument.type) && argument.defaultValue === undefined),
  );
  const given = needed.map((argument) => `${argument.name}:${values[getNamedType(argument.type).name] ?? ''}`);
  if (given.some((text) => text.endsWith(':'))) return null;
  return given.length === 0 ? name : `${name}(${given.join(',')})`;
}
