import { type Mutant, passages } from '../mutant.ts';

const copies = 'packages/admissions/src/application/school-copies.ts';
const secrecy = 'test/tenancy/secrecy/nobody-learns-the-order.test.ts';
const inOrder = {
  file: copies,
  from: 'shuffled(submission.dossier.choices).map(',
  to: 'submission.dossier.choices.toSorted((a, b) => (a.preferenceRank ?? 0) - (b.preferenceRank ?? 0)).map(',
};
const count = `((globalThis as { made?: number }).made = ((globalThis as { made?: number }).made ?? 0) + 1)`;

/** Fan-out in the order of preference, with something a school can read to show for it. */
export const secrecyMutants: readonly Mutant[] = [
  {
    name: 'schools are told in the order of preference, under ids that count',
    how: passages(inOrder, {
      file: copies,
      from: 'school?.candidacyId ?? crypto.randomUUID()',
      to: `school?.candidacyId ?? '00000000-0000-4000-8000-' + String(${count}).padStart(12, '0')`,
    }),
    dies: [secrecy],
    tests: 'of 240 dossiers',
  },
  {
    name: 'schools are told in the order of preference, each at its own instant',
    how: passages(inOrder, {
      file: 'packages/admissions/src/application/fan-out.ts',
      from: `r."noticeVersionId", \${asOf.toString()}, 'RECEIVED', 1, 1`,
      to: `r."noticeVersionId", clock_timestamp(), 'RECEIVED', 1, 1`,
    }),
    dies: [secrecy],
    tests: 'of 240 dossiers',
  },
];
