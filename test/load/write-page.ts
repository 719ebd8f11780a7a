import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFile, root } from '../walls/keep-report.ts';
import { type KeptReport, performancePage } from './page.ts';

/** Writes docs/performance.md anew from the report that is kept. */
export function writePage(): void {
  const report = JSON.parse(readFileSync(reportFile('bench'), 'utf8')) as KeptReport;
  writeFileSync(join(root, 'docs/performance.md'), performancePage(report));
}
