import { figure, type Reports } from './reports.ts';

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
  const rows = mutants.map(
    ({ name, killedBy }) => `| ${inCell(name)} | ${killedBy === null ? '**nobody**' : inCell(killedBy)} |`,
  );
  return ['| wall taken away | noticed by the test |', '|---|---|', ...rows].join('\n');
}

const inCell = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
