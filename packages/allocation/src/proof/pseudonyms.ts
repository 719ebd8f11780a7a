import { byCodeUnits } from '../market/objections.ts';
import type { Json } from './canonical-json.ts';
import { hex } from './seal.ts';

interface Keys {
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { name: 'HMAC'; hash: 'SHA-256' },
    extractable: boolean,
    uses: string[],
  ): Promise<object>;
  sign(algorithm: 'HMAC', key: object, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}
declare const crypto: { readonly subtle: Keys };
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

/** One pseudonym per candidate: HMAC-SHA-256 of the id under a key that the consortium keeps. */
export async function pseudonymsOf(ids: Iterable<string>, key: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<string, string>> {
  const secret = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const pseudonyms = new Map<string, string>();
  for (const id of ids) pseudonyms.set(id, hex(await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(id))));
  return pseudonyms;
}

type Entries = Readonly<Record<string, Json>>;

const fieldsOfCandidates = new Set(['ranking', 'waiting', 'marked', 'auto']);

/** Everybody a document names as a candidate, strangers in rankings and groups included. */
export function candidatesNamed(document: Entries): ReadonlySet<string> {
  const named = new Set<string>();
  rewritten(document, (id) => {
    named.add(id);
    return id;
  });
  return named;
}

/** The document with every candidate under their pseudonym; entries sorted by it, so that position tells nothing. */
export const pseudonymised = (document: Entries, pseudonyms: ReadonlyMap<string, string>): Entries =>
  rewritten(document, (id) => pseudonyms.get(id) ?? id);

type Rename = (id: string) => string;

function rewritten(document: Entries, rename: Rename): Entries {
  const { candidates, programmes, groups, auto, events, variants, ranking } = document;
  return {
    ...document,
    ...(candidates === undefined ? {} : { candidates: keyed(candidates, rename) }),
    ...(groups === undefined ? {} : { groups: eachValue(groups, (list) => sortedIds(list, rename)) }),
    ...(programmes === undefined
      ? {}
      : { programmes: eachValue(programmes, (programme) => ofProgramme(programme as Entries, rename)) }),
    ...(auto === undefined ? {} : { auto: sortedIds(auto, rename) }),
    ...(ranking === undefined ? {} : { ranking: ids(ranking, rename) }),
    ...(Array.isArray(events) ? { events: (events as Json[]).map((event) => ofEvent(event as Entries, rename)) } : {}),
    ...(Array.isArray(variants)
      ? { variants: (variants as Json[]).map((variant) => ofVariant(variant as Entries, rename)) }
      : {}),
  };
}

const ids = (list: Json, rename: Rename): Json => (list as readonly string[]).map(rename);

/** A list whose order means nothing. */
const sortedIds = (list: Json, rename: Rename): Json => (list as readonly string[]).map(rename).toSorted(byCodeUnits);

const keyed = (record: Json, rename: Rename): Entries =>
  Object.fromEntries(
    Object.entries(record as Entries)
      .map(([id, value]) => [rename(id), value] as const)
      .toSorted(([a], [b]) => byCodeUnits(a, b)),
  );

const eachValue = (record: Json, change: (value: Json) => Json): Entries =>
  Object.fromEntries(Object.entries(record as Entries).map(([key, value]) => [key, change(value)]));

function ofProgramme(programme: Entries, rename: Rename): Entries {
  const { ranking, pools, scores } = programme;
  return {
    ...programme,
    ...(ranking === undefined ? {} : { ranking: ids(ranking, rename) }),
    ...(pools === undefined
      ? {}
      : {
          pools: (pools as readonly Entries[]).map((pool) =>
            pool['ranking'] === undefined ? pool : { ...pool, ranking: ids(pool['ranking'], rename) },
          ),
        }),
    ...(scores === undefined ? {} : { scores: keyed(scores, rename) }),
  };
}

/** `order` ranks programmes; every other list named here names candidates. */
function ofEvent(event: Entries, rename: Rename): Entries {
  const { expect: _, ...told } = event;
  return Object.fromEntries(
    Object.entries(told).map(([key, value]) => {
      if (key === 'candidate') return [key, rename(value as string)];
      return [key, fieldsOfCandidates.has(key) && told['do'] !== 'order' && Array.isArray(value) ? ids(value, rename) : value];
    }),
  );
}

function ofVariant({ name, change }: Entries, rename: Rename): Entries {
  const changes = (Array.isArray(change) ? change : [change]) as readonly Entries[];
  return { name: name ?? null, change: changes.map((one) => ofEvent(one, rename)) };
}
