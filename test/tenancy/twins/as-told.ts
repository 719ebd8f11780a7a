import { page } from '../matrix/asking/documents.ts';
import type { Reply } from '../matrix/asking/principal.ts';
import { inOrderOfWords } from './made-together.ts';

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What is drawn at random for an act: ids, references of dossiers, words of keys, numbers of institutions; a cursor's digest follows from such an id. */
const random =
  /(?<=‹\[")[A-Za-z0-9_-]{16}(?=",)|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|ASTG\d-\d\d-[2-9A-Z]{5}|gch_test_[A-Za-z0-9_-]+|\bX[A-HJ-NP-Z2-9]{7}\b/g;

/** A place in a list by instant: the list's digest, the instant, an id. */
const cursor = /‹\["([^"]+)","(\d{4}-\d\d-\d\d [^"]+)","[0-9a-f-]{36}"\]›/g;

/** Of what differs each time, and of nothing else, the value is left out. */
const maskedHeaders = new Set(['date', 'x-ratelimit-reset', 'x-ratelimit-remaining']);
const maskedCookie = /(guichet=)[^;]*/;

/** Answers as one principal was told them: what an act drew at random is called by the number of its first appearance. */
export class AsTold {
  readonly #known: ReadonlySet<string>;
  readonly #since: string;
  readonly #numbers = new Map<string, string>();

  /** What both worlds held before is compared as it stands; P acts later than `since`. */
  constructor(known: ReadonlySet<string>, since: string) {
    this.#known = known;
    this.#since = since;
  }

  reply({ status, headers, body }: Pick<Reply, 'status' | 'headers' | 'body'>): string {
    const masked = body.replaceAll(/"traceId":"[^"]*"/g, '"traceId":"…"').replaceAll(/"available":[\d.]+/g, '"available":0');
    const wordsOf = (text: string) => decoded(text).replaceAll(random, '…');
    const told = inOrderOfWords(masked, this.#since, { page, wordsOf });
    return `${status} ${this.text(headersTold(JSON.parse(headers), told.isCut))}\n${this.text(told.body)}`;
  }

  /** A text with what is encoded in it decoded, where that holds something drawn at random. */
  text(text: string): string {
    return this.#atInstants(decoded(text)).replaceAll(random, (value) => this.#called(value));
  }

  /** Of what P's own acts made at one instant any may end a page, for their ids are random: such a cursor keeps its instant alone. */
  #atInstants(text: string): string {
    return text.replaceAll(cursor, (whole, list: string, at: string) =>
      Temporal.Instant.compare(at, this.#since) > 0 ? `‹["${list}","${at}","…"]›` : whole,
    );
  }

  #called(value: string): string {
    if (this.#known.has(value)) return value;
    const name = this.#numbers.get(value) ?? `#${this.#numbers.size + 1}`;
    this.#numbers.set(value, name);
    return name;
  }
}

/** Ids of nodes and cursors, read as they were written. */
const decoded = (text: string) =>
  text.replaceAll(/[A-Za-z0-9_-]{16,}/g, (run) => {
    const read = Buffer.from(run, 'base64url').toString('utf8');
    return read.search(uuids) === -1 ? run : `‹${read}›`;
  });

/** Names and values in the order they were sent; of a body that was cut the length says nothing. */
function headersTold(raw: readonly string[], isCut: boolean): string {
  const lines: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = [raw[at], raw[at + 1]];
    const isMasked = maskedHeaders.has(name.toLowerCase()) || (isCut && name.toLowerCase() === 'content-length');
    lines.push(`${name}: ${isMasked ? '…' : value.replace(maskedCookie, '$1…')}`);
  }
  return lines.join('\n');
}
