import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../../runner/words-of.ts';
import { root } from '../../walls/keep-report.ts';
import { capacityPage, keptReports } from './capacity-page.ts';

/** `pnpm capacity`: writes docs/capacity.md from the template and the reports in docs/reports. */
wordsOf(['usage: pnpm capacity'], {});
writeFileSync(join(root, 'docs/capacity.md'), capacityPage(keptReports()));
process.stdout.write('docs/capacity.md is written from the reports in docs/reports.\n');
