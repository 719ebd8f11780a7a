const found = new Set(['killed', 'endless', 'broke off']);
const missed = new Set(['survived', 'no coverage']);

/** What was judged, file by file; every survivor by name. */
export function reportOf(mutants, verdicts, { commit, seed, runs }) {
  const judged = mutants.flatMap((mutant) => (verdicts.has(mutant.id) ? [{ ...mutant, ...verdicts.get(mutant.id) }] : []));
  const all = scoreOf(judged);
  const files = Object.entries(Object.groupBy(judged, ({ file }) => file)).map(([file, own]) => ({ file, ...scoreOf(own) }));
  const count = (verdict) => judged.filter((one) => one.verdict === verdict).length;
  return {
    // oxlint-disable-next-line no-restricted-properties -- a report bears its date
    date: Temporal.Now.plainDateISO('UTC').toString(),
    commit,
    seed,
    runs,
    leftAlone: ['StringLiteral'],
    mutants: mutants.length,
    judged: judged.length,
    ...all,
    endless: count('endless'),
    brokeOff: count('broke off'),
    notReached: count('no coverage'),
    atLoadNotJudged: count('at load'),
    byFile: files.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    survivors: judged
      .filter(({ verdict }) => missed.has(verdict))
      .map(({ file, line, mutatorName, replacement, verdict }) => ({ file, line, mutatorName, replacement, verdict })),
  };
}

function scoreOf(judged) {
  const [good, bad] = [found, missed].map((kind) => judged.filter(({ verdict }) => kind.has(verdict)).length);
  return { found: good, missed: bad, score: Math.round((1000 * good) / Math.max(1, good + bad)) / 10 };
}
