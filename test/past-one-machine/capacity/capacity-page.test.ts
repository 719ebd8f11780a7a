import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../../walls/keep-report.ts';
import { capacityPage, keptReports } from './capacity-page.ts';

describe('the page on capacity', () => {
  test('is what the program writes from the reports that are kept: run pnpm capacity', () => {
    expect(readFileSync(join(root, 'docs/capacity.md'), 'utf8')).toBe(capacityPage(keptReports()));
  });

  test('says so where nothing was measured, and invents nothing', () => {
    const page = capacityPage({ machines: null, bench: null });
    expect(page).toContain('| a candidate’s dashboard'.replace('’', "'"));
    expect(page.match(/not yet measured/g)?.length).toBeGreaterThan(12);
    expect(page).not.toMatch(/undefined|NaN|null|\{\{/);
  });

  test('names only alerts that there are', () => {
    const rules = readFileSync(join(root, 'docs/dashboards/guichet-alerts.yml'), 'utf8');
    const named = [...capacityPage(keptReports()).matchAll(/\*(Guichet\w+)\*/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !rules.includes(`alert: ${name}`))).toEqual([]);
  });
});
