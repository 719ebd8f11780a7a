import type { Inspect } from './copied-file.ts';

const pageBytes = 8192;
const segmentPages = 131_072; // a file of a table holds a gigabyte
const lanes = 32;
const prime = 16_777_619;

/** Where each of the 32 sums begins (src/include/storage/checksum_impl.h of PostgreSQL). */
const beginnings = Uint32Array.of(
  0x5b1f36e9,
  0xb8525960,
  0x02ab50aa,
  0x1de66d2a,
  0x79ff467a,
  0x9bb9f8a3,
  0x217e7cd2,
  0x83e13d2c,
  0xf8d4474f,
  0xe39eb970,
  0x42c6ae16,
  0x993216fa,
  0x7b093b5d,
  0x98daff3c,
  0xf718902a,
  0x0b1c9cdb,
  0xe58f764b,
  0x187636bc,
  0x5d7b3bb1,
  0xe73de7de,
  0x92bec979,
  0xcca6c0b2,
  0x304a0979,
  0x85aa43d4,
  0x783125bb,
  0x6ca8eaa2,
  0xe407eac6,
  0x4b5cfc3e,
  0x9fbf8c76,
  0x15ca20be,
  0xf2ca9fd3,
  0x959bd756,
);

/** A page whose checksum is not that of its content: the disk gave back something else than was written. */
export class RottenPage extends Error {
  override readonly name = 'RottenPage';
  constructor(path: string, page: number) {
    super(`Page ${page} of ${path} is not what the database wrote: the disk or its memory is at fault.`);
  }
}

/** Looks at each page of a table or an index as it is copied; a page written since the copy began may be torn, and is written anew from the log. */
export function pageInspector(path: string, startLsn: string): Inspect | undefined {
  const found = /^(?:base|global)(?:\/\d+)*\/\d+(?:_[a-z]+)?(?:\.(\d+))?$/.exec(path);
  if (found === null) return undefined;
  const first = Number(found[1] ?? 0) * segmentPages;
  const began = lsnOf(startLsn);
  return (piece, position) => {
    const words = new Uint32Array(pageBytes / 4);
    const bytes = Buffer.from(words.buffer);
    for (let at = 0; at + pageBytes <= piece.length; at += pageBytes) {
      piece.copy(bytes, 0, at, at + pageBytes);
      const page = first + (position + at) / pageBytes;
      if (isNew(words) || isWrittenSince(bytes, began)) continue;
      const stored = bytes.readUInt16LE(8);
      bytes.writeUInt16LE(0, 8);
      if (checksumOf(words, page) !== stored) throw new RottenPage(path, page);
    }
  };
}

/** As the server computes it, for the page’s number in its table; the field of the checksum itself counts as nought. */
function checksumOf(words: Uint32Array, page: number): number {
  const sums = beginnings.slice();
  for (let at = 0; at < words.length; at += lanes) mix(sums, words, at);
  const zeros = new Uint32Array(lanes);
  for (let round = 0; round < 2; round++) mix(sums, zeros, 0);
  const folded = sums.reduce((all, sum) => all ^ sum, 0) ^ page;
  return ((folded >>> 0) % 65_535) + 1;
}

function mix(sums: Uint32Array, words: Uint32Array, at: number): void {
  for (let lane = 0; lane < lanes; lane++) {
    const mixed = ((sums[lane] ?? 0) ^ (words[at + lane] ?? 0)) >>> 0;
    sums[lane] = Math.imul(mixed, prime) ^ (mixed >>> 17);
  }
}

/** `pd_upper` of nought: made and not yet used. */
const isNew = (words: Uint32Array) => (words[3] ?? 0) >>> 16 === 0;

const isWrittenSince = (bytes: Buffer, began: bigint) =>
  ((BigInt(bytes.readUInt32LE(0)) << 32n) | BigInt(bytes.readUInt32LE(4))) >= began;

function lsnOf(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}
