const headEnd = Buffer.from('\r\n\r\n');
const nothing = Buffer.alloc(0);

/** One answer as it arrived: its status and its whole body. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Takes answers out of a keep-alive connection's bytes; answers come one after another, never pipelined. */
export class HttpAnswers {
  #bytes: Buffer = nothing;

  /** What came; the answer once it is whole. */
  take(bytes: Buffer): HttpAnswer | null {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
    const end = this.#bytes.indexOf(headEnd);
    if (end < 0) return null;
    const head = this.#bytes.toString('latin1', 0, end).toLowerCase();
    const rest = this.#bytes.subarray(end + headEnd.length);
    const body = head.includes('transfer-encoding: chunked') ? joined(rest) : counted(head, rest);
    if (body === null) return null;
    this.#bytes = nothing;
    return { status: Number(head.slice(9, 12)), body };
  }
}

function counted(head: string, rest: Buffer): Buffer | null {
  const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
  return rest.length < length ? null : rest.subarray(0, length);
}

function joined(rest: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = rest.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(rest.toString('latin1', at, line), 16);
    if (size === 0) return rest.length < line + 4 ? null : Buffer.concat(parts);
    const from = line + 2;
    if (rest.length < from + size + 2) return null;
    parts.push(rest.subarray(from, from + size));
    at = from + size + 2;
  }
}
