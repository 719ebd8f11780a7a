import { whenOf } from './measured.ts';
import { figure, type Report, type Reports } from './reports.ts';

/** What attacker's SQL still reaches, as the last run of the simulation found it. */
export function inReach(reports: Reports): string {
  const report = reports('injection');
  if (report === null) return '- **not yet measured**';
  return [...sentencesOf(report).map((sentence) => `- ${sentence}`), '', `(${whenOf(report)})`].join('\n');
}

const sentencesOf = (report: Report) => figure(report, 'inReach') as readonly string[];
