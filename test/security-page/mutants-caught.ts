import { counted, figure, type Report, type Reports } from './reports.ts';

interface Judged {
  readonly name: string;
  /** The first test that noticed; null where none did. */
  readonly killedBy: string | null;
}

/** Each wall that was taken away, and the test that noticed first. */
export function mutantsCaught(reports: Reports): string {
  const report = reports('mutants');
  if (report === null) return 'The walls taken away one by one: **not yet measured**.';
  const mutants = figure(report, 'mutants') as readonly Judged[];
  const rows = mutants.map(({ name, killedBy }) => rowOf(name, killedBy === null ? '**nobody**' : inCell(killedBy)));
  const untried = untriedOf(report).map((name) => rowOf(name, '**not yet tried**'));
  return ['| wall taken away | noticed by the test |', '|---|---|', ...rows, ...untried].join('\n');
}

/** How many, and what is still to be tried; a report put together from several runs names the commit of each. */
export function toldOfMutants(report: Report): string {
  const untried = untriedOf(report).length;
  const runs = (report['runs'] ?? []) as readonly { readonly commit: string }[];
  const parts = [
    `${counted(report, 'caught')} of ${counted(report, 'of')} mutants caught`,
    ...(untried > 0 ? [`**${untried} not yet tried**`] : []),
    ...(runs.length > 0 ? [`in ${runs.length} runs, on ${runs.map(({ commit }) => `\`${commit}\``).join(', ')}`] : []),
    ...('seconds' in report ? [`in ${counted(report, 'seconds')} s`] : []),
  ];
  return parts.join(', ');
}

const untriedOf = (report: Report) => (report['untried'] ?? []) as readonly string[];
const rowOf = (name: string, noticed: string) => `| ${inCell(name)} | ${noticed} |`;
const inCell = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
