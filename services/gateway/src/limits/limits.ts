/** How large one document may be, and how much one principal may spend. Start values; configuration. */
export interface Limits {
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Largest static cost of a document. */
  readonly cost: number;
  /** Fullest a budget gets. */
  readonly budget: number;
  /** What a budget regains in a second. */
  readonly restoreRate: number;
  /** Fields that take a code or a link: one a document, or aliases would try many at once. */
  readonly codeFields: readonly string[];
}

/** The limits of the contract, section 7. */
export const startLimits: Limits = {
  tokens: 1000,
  depth: 10,
  aliases: 15,
  directives: 25,
  cost: 2000,
  budget: 10_000,
  restoreRate: 100,
  codeFields: ['acceptInvitation'],
};

/** Longest list in an input. */
export const longestList = 100;
