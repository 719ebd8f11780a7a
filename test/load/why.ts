import type { BenchReport } from './report.ts';

/** What keeps the figures from their goals, as profiles of the gateway and the decisions that followed from them tell it. */
export const standsInTheWay = ({ figures, scoping }: Pick<BenchReport, 'figures' | 'scoping'>): readonly string[] => [
  '- **L.** Half of the work is the gateway’s: reading rows, opaque ids, instants, the executor, JSON and what garbage is left after decision 0042; nothing of it is long by itself. Of the database’s, two tables are',
  '  still looked into for each of fifty rows, names and openings, whose policies are the reader’s; the ids of specialisms, labels and notes stand on the row (decision 0047). A card with the whole of a row’s',
  '  JSON, the way to twice the limit, would take the mask and the openings out of the policies’ hands: decisions 0022 and 0047 have the figures.',
  '- **D.** Who asks and what they read are two round trips, for they belong to two roles that do not see each other’s rows; requests that wait share both ways (decision 0045). Each policy of',
  '  each table checks the seal of the session; the peers read with one login past all walls. Of the gateway’s part a profile tells a third in writing to sockets, most of it the server process that',
  '  was woken and runs first; the rest is spread: Node’s own code 13 %, reading rows and keeping the scope 9 %, resolvers and the door 9 %, garbage 5 % (14 % before decision 0048), Apollo 3 %.',
  ...leanestOf(figures.D),
  ...limitOf(figures.D),
  '- **S.** Twenty statements in six round trips, each under the policies of its tables, where the limit writes with one statement past them. The rules stand between reading and writing, in the',
  '  domain: one statement for all would put them into SQL. Decision 0021 brought it from thirty round trips to seven, decision 0042 to these. A session that is new has its hats read and its use noted, which no peer does.',
  ...limitOf(figures.S),
  ...scopingOf(scoping),
  '- **Policies.** The seal is checked once for each table a statement touches; since decision 0046 its key is not read each time, which was more than half of a check.',
  '  What the walls cost a list is what it was, one to two tenths of a millisecond of the database; since decision 0047 a list asks it for half as much, so their share of it is larger.',
  '- **Memory.** What a list holds while it waits grows old with it (decision 0042); the old generation is let grow by 45 % before it is looked through (decision 0045).',
];

const scopingOf = (scoping: BenchReport['scoping']): readonly string[] =>
  scoping?.withPolicies === undefined
    ? []
    : [
        `- **Scoping.** With the policies as well, which the goal leaves out, the ratio is ${scoping.withPolicies.throughputRatio.toFixed(2)}: the statement that sets role and settings takes some twenty`,
        '  microseconds, the seals and quals of the policies of a dashboard a hundred and more.',
      ];

type OfWorkload = BenchReport['figures']['D'];

/** What one server is to others in the same run, in words. */
function ratiosOf(figures: OfWorkload, name: string, others: readonly string[]): string | null {
  const own = figures?.[name]?.perSecond;
  const parts = others.flatMap((other) => {
    const theirs = figures?.[other]?.perSecond;
    return own === undefined || theirs === undefined ? [] : [`${(own / theirs).toFixed(2)} of ${other}`];
  });
  return parts.length === 0 ? null : parts.join(', ');
}

/** How far GraphQL itself goes on these walls: without rules, masks, budgets, words or a framework. */
function leanestOf(figures: OfWorkload): readonly string[] {
  const ratios = ratiosOf(figures, 'leanest', ['limit', 'postgraphile', 'mercurius']);
  if (ratios === null) return [];
  return [
    `  The leanest GraphQL under the same walls, with no rule of ours, comes to ${ratios}: goals beyond these ask for other walls.`,
  ];
}

/** Where a goal lies beyond what bare HTTP and one statement reach, no server on these tables reaches it. */
function limitOf(figures: OfWorkload): readonly string[] {
  const ratios = ratiosOf(figures, 'limit', ['postgraphile', 'mercurius']);
  return ratios === null
    ? []
    : [`  The limit itself, past all walls, comes to ${ratios}: a goal beyond that lies beyond every server on these tables.`];
}
