/** One case: an abuse or a fault, the stage it is due at, and what is performed. */
export interface Case {
  readonly id: string;
  /** `1`, or `1+` where every later stage adds to it. */
  readonly due: string;
  readonly perform: string;
}

/** One test as the runner reports it. */
export interface ToldTest {
  readonly title: string;
  readonly status: string;
}

/** How one case stands. */
export interface Standing extends Case {
  readonly passed: number;
  readonly failed: number;
  /** Why it has no passing test yet; null where nobody said. */
  readonly reason: string | null;
}

/** Lines of a file of comma-separated values, quoted where a comma stands inside. */
export const linesOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => unquoted(cell)));

const unquoted = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** The ids a title begins with: one test may prove several cases. */
export const idsOf = (title: string): readonly string[] =>
  /^(?:[A-I]-\d{2}[ ,:]+)+/.exec(`${title} `)?.[0].match(/[A-I]-\d{2}/g) ?? [];

/** Every case with the tests that carry it. A skipped test covers nothing. */
export function standings(
  cases: readonly Case[],
  tests: readonly ToldTest[],
  reasons: ReadonlyMap<string, string>,
): readonly Standing[] {
  const carried = tests.flatMap(({ title, status }) => idsOf(title).map((id) => [id, status] as const));
  const counted = (id: string, status: string) => carried.filter(([one, told]) => one === id && told === status).length;
  return cases.map((each) => ({
    ...each,
    passed: counted(each.id, 'passed'),
    failed: counted(each.id, 'failed'),
    reason: reasons.get(each.id) ?? null,
  }));
}

/** A case stands when a test of it passed and none failed. */
export const isCovered = ({ passed, failed }: Standing): boolean => passed > 0 && failed === 0;

/** Due at a stage or before it. */
export const isDueBy = ({ due }: Case, stage: number): boolean => Number.parseInt(due, 10) <= stage;

/** Ids in titles that no case bears: a slip of the pen that would prove nothing. */
export const unknownIds = (cases: readonly Case[], tests: readonly ToldTest[]): readonly string[] => {
  const known = new Set(cases.map(({ id }) => id));
  return [...new Set(tests.flatMap(({ title }) => idsOf(title)))].filter((id) => !known.has(id)).toSorted();
};
