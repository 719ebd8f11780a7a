import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../runner/words-of.ts';
import { root } from '../walls/keep-report.ts';
import { keptReports } from './reports.ts';
import { securityPage } from './security-page.ts';

/** `pnpm security`: writes docs/security.md from the policy of the matrix and the reports kept in docs/reports. */
wordsOf(['usage: pnpm security'], {});
writeFileSync(join(root, 'docs/security.md'), securityPage(keptReports));
process.stdout.write('docs/security.md is written from the reports in docs/reports.\n');
