import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { kinds, policy } from '../tenancy/matrix/policy.ts';
import { root } from '../walls/keep-report.ts';
import { parts } from '../walls/parts.ts';
import { claims } from './claims.ts';
import { measured } from './measured.ts';
import { figure, keptReports, type Report } from './reports.ts';
import { securityPage } from './security-page.ts';

const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('the page on security', () => {
  test('is what the program writes from the reports that are kept: run pnpm security', () => {
    expect(page).toBe(securityPage(keptReports));
  });

  test('shows every class of the policy with a rule for each kind of principal', () => {
    // Beside a rule may stand how many fields were seen.
    const rows = page.replaceAll(/(?<=[a-z–]) \d+(?= \|)/g, '');
    for (const [name, rules] of policy) {
      const cells = kinds.map((kind) => rules[kind].replace('-', '–'));
      expect(rows).toContain(`| ${name} | ${cells.join(' | ')} |`);
    }
  });

  test('names only commands, long proofs and files that exist', () => {
    const commands = [...page.matchAll(/pnpm@12 ([a-z][a-z:]*)/g)].map(([, script = '']) => script);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((script) => !(script in scripts))).toEqual([]);
    const walls = [...page.matchAll(/--only (\w+)/g)].map(([, name = '']) => name);
    expect(walls.filter((name) => !parts.some((part) => part.name === name))).toEqual([]);
    const files = [...page.matchAll(/(?<![\w./])(?:packages|services|test|schema|docs)\/[\w./-]*\w/g)].map(([path]) => path);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('asks for no long proof that is not there', () => {
    expect(parts.filter(({ program }) => !existsSync(join(root, program)))).toEqual([]);
  });

  test('says of what was never measured that it was not', () => {
    const rows = measured(claims, () => null)
      .split('\n')
      .slice(2);
    expect(rows).toHaveLength(claims.length);
    expect(rows.filter((row) => !row.includes('not yet measured'))).toEqual([]);
  });

  test('shows the figures of a report, and refuses one that lacks what it is asked for', () => {
    const report: Report = { date: '2027-02-01T00:00:00Z', commit: 'abc', caught: 3, of: 4, seconds: 1234 };
    const mutants = claims.filter((claim) => claim.report === 'mutants');
    expect(measured(mutants, () => report)).toContain('3 of 4 mutants caught, in 1,234 s | 2027-02-01T00:00:00Z, `abc`');
    expect(() => figure(report, 'rank.best')).toThrow('holds no rank.best');
  });
});
