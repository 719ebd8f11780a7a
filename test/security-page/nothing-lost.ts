import { type Claim, pnpm } from './claim.ts';
import { counted, figure, type Report } from './reports.ts';

type Part = Readonly<Record<string, number>> & { readonly findings?: Readonly<Record<string, number>> };

const partsOf = (report: Report) => Object.entries(figure(report, 'parts') as Readonly<Record<string, Part>>);

/** The faults that were made, each kind with how often; and all that was found wrong afterwards. */
function toldOfFaults(report: Report): string {
  const judged = partsOf(report).filter(([, { findings }]) => findings !== undefined);
  const made = judged.map(([name, { times = 0 }]) => `${name} ${times}`).join(', ');
  const sum = (each: (part: Part) => number) => judged.reduce((total, [, part]) => total + each(part), 0).toLocaleString('en-GB');
  const found = (name: string) => sum(({ findings }) => findings?.[name] ?? 0);
  return `${sum(({ acknowledged = 0 }) => acknowledged)} submissions acknowledged through ${made}: ${found('lost')} lost, ${found('duplicates')} doubled,
      ${found('wrongFanOut')} with a wrong fan-out, ${found('unsent')} mails unsent and ${found('wrongEffects')} not effective exactly once;
      ${counted(report, 'parts.variants.noticed')} of ${counted(report, 'parts.variants.tried')} careless variants noticed by the same judges`;
}

/** What wind and fire leave standing. */
export const nothingLost: readonly Claim[] = [
  {
    claim: 'Whatever breaks between a client and the disk, nothing acknowledged is lost, doubled or half there',
    report: 'faults',
    told: toldOfFaults,
    command: pnpm('test:faults'),
  },
  {
    claim: 'A server lost with its disk is brought back from back-up and log, with its walls',
    report: 'restore',
    told: (report) =>
      `${counted(report, 'candidacies')} candidacies and ${counted(report, 'files')} files of ${counted(report, 'megabytes')} MB in ${counted(report, 'seconds.restore')} s
      (limit ${counted(report, 'limits.restore')}), ${counted(report, 'seconds.loss')} s of work lost (limit ${counted(report, 'limits.loss')}), ${counted(report, 'digestsDiffer')} tenants whose rows differ`,
    command: pnpm('test:restore'),
  },
];
