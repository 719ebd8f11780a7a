import { collected } from './test-words.mjs';

const suites = [
  'call-order-properties',
  'batch-properties',
  'large-markets',
  'displayed-ranks',
  'what-if-properties',
  'rounds-properties',
  'checker-rejects',
  'known-campaigns',
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
