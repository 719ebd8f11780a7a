import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

/** What a canary guards: whose it is, and where in the dossier or school it stands. */
export interface Canary {
  readonly word: string;
  readonly owner: string;
  readonly place: string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Words found nowhere else, which pass for a name, a title or a text; a table tells whose each is. */
export class Canaries {
  readonly #known: Canary[] = [];

  /** A fresh word for one cell. */
  of(owner: string, place: string): string {
    const drawn = [...randomBytes(12)].map((byte) => letters.charAt(byte % letters.length)).join('');
    const word = `Kny${drawn}`;
    this.#known.push({ word: word.toLowerCase(), owner, place });
    return word;
  }

  /** A value of some format instead of a word, drawn until nothing else is like it; with `mark`, what surrounds it wherever it is told. */
  drawn<V extends string | number>({ owner, place }: Omit<Canary, 'word'>, draw: () => V, mark = (value: V) => `${value}`): V {
    for (;;) {
      const value = draw();
      const word = mark(value).toLowerCase();
      if (this.#known.some((known) => known.word === word)) continue;
      this.#known.push({ word, owner, place });
      return value;
    }
  }

  /** Those that stand in a text, decoded too where it holds something encoded. */
  in(text: string): readonly Canary[] {
    const seen = [text, ...decoded(text)].join('\n').toLowerCase();
    return this.#known.filter(({ word }) => seen.includes(word));
  }

  get all(): readonly Canary[] {
    return this.#known;
  }
}

/** Every run of a text that may be base64 (compressed too), hexadecimal or an escaped address, decoded. */
function decoded(text: string): readonly string[] {
  const runs = text.match(/[A-Za-z0-9+/_=%-]{16,}/g) ?? [];
  return runs.flatMap((run) => [
    Buffer.from(run, 'base64').toString('latin1'),
    Buffer.from(run, 'hex').toString('latin1'),
    ...['base64', 'hex'].map((encoding) => unzipped(Buffer.from(run, encoding as BufferEncoding))),
    run.includes('%') ? unescaped(run) : '',
  ]);
}

/** What a gzip holds; nothing for anything else. */
function unzipped(bytes: Buffer): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return '';
  try {
    return gunzipSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}

function unescaped(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return '';
  }
}
