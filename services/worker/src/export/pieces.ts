/** A stream of bytes in pieces of exactly one size, the last one shorter. */
export async function* piecesOf(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes]);
    while (held.length >= size) {
      yield held.subarray(0, size);
      held = Buffer.from(held.subarray(size));
    }
  }
  if (held.length > 0) yield held;
}
