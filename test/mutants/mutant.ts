/** One wall taken away, and the tests that must notice. */
export interface Mutant {
  /** What is broken, in words. */
  readonly name: string;
  readonly how: BrokenInDatabase | BrokenInCode;
  /** Jest files, from the root of the project; at least one of their tests must fail. */
  readonly dies: readonly [string, ...string[]];
  /** Narrows the files to the tests that matter, as jest's `-t`. */
  readonly tests?: string;
}

/** Statements run as the administrator on a copy of the migrated database and of the template the stories start from. */
export interface BrokenInDatabase {
  readonly kind: 'database';
  readonly statements: readonly string[];
}

/** Passages replaced, in a copy of the tree. */
export interface BrokenInCode {
  readonly kind: 'code';
  readonly passages: readonly Passage[];
}

/** A passage that stands once in its file. */
export interface Passage {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const database = (...statements: readonly string[]): BrokenInDatabase => ({ kind: 'database', statements });
export const code = (file: string, from: string, to: string): BrokenInCode => ({ kind: 'code', passages: [{ file, from, to }] });
export const passages = (...several: readonly Passage[]): BrokenInCode => ({ kind: 'code', passages: several });
