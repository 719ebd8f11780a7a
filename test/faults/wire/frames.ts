/** One message of PostgreSQL's protocol as it came: its type, absent for the first of a connection, and its bytes. */
export interface Frame {
  readonly type: string | null;
  readonly bytes: Buffer;
}

/** Cuts what a client sends into messages; a part of one waits for the rest. */
export class FrontendFrames {
  #rest: Buffer = Buffer.alloc(0);
  #isFirst = true;

  push(chunk: Buffer): readonly Frame[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const frames: Frame[] = [];
    for (let frame = this.#take(); frame !== null; frame = this.#take()) frames.push(frame);
    return frames;
  }

  // The first message has no type, only its length.
  #take(): Frame | null {
    const head = this.#isFirst ? 0 : 1;
    if (this.#rest.length < head + 4) return null;
    const length = head + this.#rest.readInt32BE(head);
    if (this.#rest.length < length) return null;
    const bytes = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    const type = this.#isFirst ? null : String.fromCharCode(bytes[0] ?? 0);
    this.#isFirst = false;
    return { type, bytes };
  }
}

/** Who logs in, by the first message of a connection. */
export function userOf({ bytes }: Frame): string {
  const [, user = ''] = /(?:^|\0)user\0([^\0]*)/.exec(bytes.subarray(8).toString('latin1')) ?? [];
  return user;
}

/** What one connection asks for: a statement is read once under a name (Parse), and asked for by that name from then on (Bind). */
export class AskedStatements {
  readonly #named = new Map<string, string>();

  /** The statement that a message asks for; null for every other message. */
  askedBy({ type, bytes }: Frame): string | null {
    if (type !== 'P' && type !== 'B') return null;
    const [first, second] = words(bytes);
    if (type === 'B') return this.#named.get(second) ?? null;
    this.#named.set(first, second);
    return null;
  }
}

/** The first two texts of a message. */
function words(bytes: Buffer): readonly [string, string] {
  const end = bytes.indexOf(0, 5);
  return [bytes.toString('utf8', 5, end), bytes.toString('utf8', end + 1, bytes.indexOf(0, end + 1))];
}
