import type { Report } from './reports.ts';

/** Every single figure of a report under its own name, for reports that no sentence has been written for; a list tells its length. */
export const everyFigure = ({ date: _date, commit: _commit, ...figures }: Report): string => toldUnder('', figures).join(', ');

function toldUnder(way: string, figures: object): readonly string[] {
  return Object.entries(figures).flatMap(([name, value]: [string, unknown]) => {
    const here = `${way} ${worded(name)}`.trim();
    if (Array.isArray(value)) return [`${here} ${value.length}`];
    if (typeof value === 'object' && value !== null) return toldUnder(here, value);
    return [`${here} ${typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 3 }) : value}`];
  });
}

const worded = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
