const crypto = process.getBuiltinModule('node:crypto');
const { scrypt } = crypto;
let counted = 0;

const counting = ((...given: Parameters<typeof scrypt>) => {
  counted += 1;
  scrypt(...given);
}) as typeof scrypt;

/** Reads modules into memory so that they evaluate hashes by a `scrypt` that is counted: each takes it by name, once and for all. */
export async function countingHashes<Read>(read: () => Promise<Read>): Promise<Read> {
  crypto.scrypt = counting;
  try {
    return await read();
  } finally {
    crypto.scrypt = scrypt;
  }
}

/** Evaluations of a password’s hash so far, right, wrong or for nobody. */
export const hashesEvaluated = (): number => counted;
