import type { Claim } from './claim.ts';
import type { Report, Reports } from './reports.ts';

/** The table of claims: what was measured, when, on which commit, and how to measure it again. */
export const measured = (claims: readonly Claim[], reports: Reports): string =>
  [
    '| claim | last measured | when, on which commit | to repeat it |',
    '|---|---|---|---|',
    ...claims.map((claim) => row(claim, reports(claim.report))),
  ].join('\n');

const row = ({ claim, told, command }: Claim, report: Report | null) => {
  const cells = report === null ? ['**not yet measured**', '–'] : [told(report), whenOf(report)];
  return `| ${[claim, ...cells, `\`${command}\``].map(onOneLine).join(' | ')} |`;
};

const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');

export const whenOf = ({ date, commit }: Report): string => {
  const [hash = '', ...changes] = commit?.split(' ') ?? [];
  return commit === null ? `${date}, commit unknown` : [`${date}, \`${hash.slice(0, 12)}\``, ...changes].join(' ');
};
