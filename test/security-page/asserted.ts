import { pnpm } from './claim.ts';
import { whenOf } from './measured.ts';
import { figure, type Report } from './reports.ts';

/** What tests hold to a limit on every run: the cases that carry it, and where they stand. */
interface Asserted {
  readonly claim: string;
  readonly cases: readonly string[];
  readonly paths: string;
}

const all: readonly Asserted[] = [
  {
    claim: 'Of the audits of GraphQL over HTTP, 13 of 13 MUST and 23 of 23 SHOULD pass',
    cases: ['A-01'],
    paths: 'test/contract/edge-graphql-http-audits.test.ts',
  },
  {
    claim: 'The usual probes of GraphQL scanners find nothing in production mode',
    cases: ['A-02'],
    paths: 'test/contract/edge-probes.test.ts',
  },
  {
    claim: 'Each attack document is refused before it runs, within 20 ms of processor time and 4 ms in the mean',
    cases: ['A-09', 'A-10', 'A-11', 'A-12', 'A-13', 'A-14', 'A-15', 'A-16', 'A-17'],
    paths: 'test/contract/edge-documents.test.ts test/abuse/refusing-is-cheap.test.ts',
  },
  {
    claim:
      'Two thousand documents written from the schema bring at most thirty distinct refusals, none of which repeats an input or shows how we are built',
    cases: ['A-19', 'A-22', 'A-23'],
    paths: 'test/fuzzer',
  },
  {
    claim: 'Logs at their most talkative hold no word of anybody, no address, no cookie, no key',
    cases: ['I-10'],
    paths: 'test/fuzzer test/tenancy/matrix',
  },
  {
    claim:
      'Every table answers every role and command as the class table says, and the catalogue has no fault of any kind its gate looks for',
    cases: ['C-01', 'C-04'],
    paths: 'test/tenancy/database test/tenancy/catalogue-gate.test.ts',
  },
  {
    claim: 'Production refuses to start on unsafe settings, and says what to set',
    cases: ['D-28'],
    paths: 'test/platform/production-refuses.test.ts',
  },
];

/** The table of them, by the last whole run whose cases were kept. */
export const asserted = (cases: Report | null): string =>
  [
    '| claim | cases | last whole run | to repeat it |',
    '|---|---|---|---|',
    ...all.map(({ claim, cases: ids, paths }) => {
      const command = `\`${pnpm(`test:only ${paths}`)}\``;
      return `| ${claim} | ${inShort(ids)} | ${standingOf(cases, ids)} | ${command} |`;
    }),
  ].join('\n');

const inShort = (ids: readonly string[]) => (ids.length > 3 ? `${ids[0]} to ${ids.at(-1)}` : ids.join(', '));

function standingOf(cases: Report | null, ids: readonly string[]): string {
  if (cases === null) return '**not yet measured**';
  const standing = figure(cases, 'standing') as readonly string[];
  const missing = ids.filter((id) => !standing.includes(id));
  return missing.length === 0 ? `passed, ${whenOf(cases)}` : `**no passing test of ${missing.join(', ')}**`;
}
