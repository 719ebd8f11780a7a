/** What a code means and how to mend it; `{…}` stands for a fact of the objection. The catalogue of errors is printed from it. */
export interface CodeWords {
  readonly meaning: string;
  readonly fr: string;
  readonly en: string;
}

/** One code in words; every catalogue of them is written with it. */
export const words = (meaning: string, fr: string, en: string): CodeWords => ({ meaning, fr, en });
