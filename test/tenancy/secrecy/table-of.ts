import type { Score, Verdict } from './attacks.ts';

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
const lineOf = ({ attack, chosenOn, scoredOn }: Score) => `${percent(chosenOn)} ${percent(scoredOn)}  ${attack}`;

/** The table of one kind of attack: right on the half it was chosen on, right on the other half. */
export const tableOf = (title: string, { classifier, leading, tried }: Verdict): string =>
  [`${title}: ${tried} attacks`, '  chosen   scored', lineOf(classifier), ...leading.map(lineOf)].join('\n');
