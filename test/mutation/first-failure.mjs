import { collected } from './test-words.mjs';

const suites = [
  'batch/call-order-properties',
  'batch/batch-properties',
  'batch/large-markets',
  'rounds/displayed-ranks',
  'explanation/what-if-properties',
  'rounds/rounds-properties',
  'proof/checker-rejects',
  'rounds/known-campaigns',
];
for (const suite of suites) await import(`./.planted/allocation/test/${suite}.test.ts`);
for (const { title, run } of collected) {
  try {
    await run();
  } catch {
    console.log(`caught by “${title}”`);
    process.exit(0);
  }
}
