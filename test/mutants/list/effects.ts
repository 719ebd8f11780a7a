import { code, type Mutant } from '../mutant.ts';

const copies = 'packages/admissions/src/application/school-copies.ts';
const copiesTest = 'packages/admissions/src/application/school-copies.test.ts';
const v7 = `crypto.randomUUID().replace(/^.{8}-.{4}-4/, () => { const at = Temporal.Now.instant().epochMilliseconds.toString(16).padStart(12, '0'); return at.slice(0, 8) + '-' + at.slice(8) + '-7'; })`;

/** What a submission tells its schools, and what happens without a request. */
export const effectMutants: readonly Mutant[] = [
  {
    name: 'schools are told in the order of preference',
    how: code(
      copies,
      'shuffled(submission.dossier.choices).map(',
      'submission.dossier.choices.toSorted((a, b) => (a.preferenceRank ?? 0) - (b.preferenceRank ?? 0)).map(',
    ),
    dies: [copiesTest],
    tests: 'in an order that tells nothing',
  },
  {
    name: 'schools are told in the order of the draft',
    how: code(copies, 'shuffled(submission.dossier.choices).map(', 'submission.dossier.choices.map('),
    dies: [copiesTest],
    tests: 'in an order that tells nothing',
  },
  {
    name: 'ids follow time (UUIDv7)',
    how: code(copies, 'school?.candidacyId ?? crypto.randomUUID()', `school?.candidacyId ?? ${v7}`),
    dies: [copiesTest],
    tests: 'ids are random',
  },
  {
    name: 'each row of a submission has an instant of its own',
    how: code(
      'packages/admissions/src/application/fan-out.ts',
      `r."noticeVersionId", \${asOf.toString()}, 'RECEIVED', 1, 1`,
      `r."noticeVersionId", \${asOf.toString()}::timestamptz - random() * interval '1 second', 'RECEIVED', 1, 1`,
    ),
    dies: ['test/stories/candidate/a-dossier-reaches-three-schools.test.ts'],
    tests: 'is reviewed, then confirmed',
  },
  {
    name: 'a copy is written anew at a school that was kept',
    how: code(
      copies,
      'school !== undefined && stands(school) && before?.digest === digest',
      'school === undefined && before === null',
    ),
    dies: ['test/stories/candidate/reordering-changes-no-byte-at-a-kept-school.test.ts'],
    tests: 'only reordered',
  },
  {
    name: 'a repeated call acts again',
    how: code('packages/admissions/src/once.ts', 'if (numAffectedRows === 0n) return stored(work, act, inputDigest);', ''),
    dies: ['test/stories/candidate/the-same-submission-twenty-times-is-one.test.ts'],
    tests: 'sent twenty times at once with one key',
  },
  {
    name: 'an export outlives the right of whoever asked for it',
    how: code(
      'services/worker/src/export/requester.ts',
      'return held ? schoolHat(requesterId, schoolId, held.functions) : standingKey(binding, claimed);',
      `return schoolHat(requesterId, schoolId, held?.functions ?? ['OFFICER']);`,
    ),
    dies: ['test/stories/export/a-lost-worker-loses-no-export.test.ts'],
    tests: 'of somebody who left the school meanwhile',
  },
  {
    name: 'an export is written under the worker’s own role',
    how: code(
      'services/worker/src/export/write-export.ts',
      'const work = await beginWork(binding, hat, { readOnly: isReadOnly, isSnapshot: true });',
      `const work = await beginWork(binding, { ...hat, role: 'app_jobs' }, { readOnly: isReadOnly, isSnapshot: true });`,
    ),
    dies: ['test/stories/export/an-export-holds-own-rows-of-one-moment.test.ts'],
    tests: 'holds those of the school',
  },
  {
    name: 'an export of content leaves no reading',
    how: code('services/worker/src/export/batches.ts', 'if (withContent) await recordExport(work, candidacyIds);', ''),
    dies: ['test/stories/export/an-export-of-content-is-a-reading.test.ts'],
    tests: 'an export with content is one reading',
  },
  {
    name: 'a link to a file is good in anybody’s hands',
    how: code(
      'services/gateway/src/principal/file-links.ts',
      "(session ? `session ${session.sessionId}` : `key ${hat?.principal ?? ''}`);",
      "(session === null ? '' : hat?.school ?? '');",
    ),
    dies: ['test/stories/export/a-link-is-for-whoever-asked.test.ts'],
    tests: 'in the hands of nobody',
  },
  {
    name: 'a download goes on as whoever began it',
    how: code(
      'services/gateway/src/export/file-route.ts',
      'const holder = () => holderOf(parts, { request, token, file });',
      'const begun = holderOf(parts, { request, token, file }); const holder = () => begun;',
    ),
    dies: ['test/stories/export/a-download-ends-with-the-right.test.ts'],
    tests: 'when its holder signs out|when its key is revoked',
  },
  {
    name: 'a break-glass is only over once the worker came',
    how: code('packages/database/src/break-glass/broken-dossier.read.ts', ' and b.ends_at > ${asOf.toString()}`', '`'),
    dies: ['test/stories/break-glass/the-clock-ends-a-break-glass.test.ts'],
    tests: 'opens four tables of one dossier|even before the worker comes',
  },
  {
    name: 'two relays take the same mail',
    how: code('services/worker/src/outbox/outbox-relay.ts', ' for update skip locked)', ')'),
    dies: ['test/worker/outbox-relay.test.ts'],
    tests: 'H-07 a mail that another relay is taking',
  },
];
