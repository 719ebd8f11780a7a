import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerTo } from '@guichet/allocation/cli/fixture-answer';
import { proofBundle } from '@guichet/allocation/proof/proof-bundle';
import { afterAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { campaigns, drawn } from '../rounds/campaigns.ts';

const folder = mkdtempSync(join(tmpdir(), 'allocation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const commandOf = (name: string) => fileURLToPath(new URL(`../../src/cli/${name}.ts`, import.meta.url));

function run(name: 'allocate' | 'check', ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandOf(name), ...words], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, stdout, stderr };
}

function written(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const market = { candidates: { a: ['P'], b: ['P'] }, programmes: { P: { capacity: 1, ranking: ['a', 'b'] } } };

const compute = (input: unknown) => JSON.parse(JSON.stringify(answerTo(input)));

describe('the command line', () => {
  test('allocate prints one JSON document and a newline, and leaves with 0', () => {
    const { status, stdout, stderr } = run('allocate', written('market.json', market));
    expect({ status, stderr, stdout }).toEqual({
      status: 0,
      stderr: '',
      stdout:
        '{"matching":{"a":"P","b":null},"cutoffs":{"P":{"filled":1,"lastAdmittedRank":1,"blocks":[{"name":"open","seats":1,"filled":1,"lastRank":1}]}},"singleStable":true}\n',
    });
  });

  test('allocate leaves with 2 and the reasons on a refused input, duplicate keys and half characters among them', () => {
    expect(run('allocate', written('bad.json', { ...market, programmes: {} }))).toMatchObject({ status: 2, stderr: '' });
    const { status, stdout } = run('allocate', written('twice.json', '{"candidates":{"a":[],"a":["\\ud800"]},"programmes":{}}'));
    expect(status).toBe(2);
    expect(JSON.parse(stdout).refused.map(({ reason }: { reason: string }) => reason)).toEqual([
      'duplicate-key',
      'lone-surrogate',
    ]);
  });

  test('allocate leaves with 64 and a message on standard error when there is nothing to read', () => {
    for (const words of [
      [],
      ['absent.json'],
      [written('text.json', 'no json')],
      ['--colour', 'market.json'],
      ['market.json', 'market.json'],
    ]) {
      const { status, stdout, stderr } = run('allocate', ...words);
      expect({ status, stdout, told: stderr.length > 0 }).toEqual({ status: 64, stdout: '', told: true });
    }
  });

  test('--table prints a readable table', () => {
    const { stdout } = run('allocate', '--table', 'market.json');
    expect(stdout).toBe(
      [
        'candidate  goes to',
        '─────────  ───────',
        'a          P',
        'b          –',
        '',
        'programme  block  seats  filled  last rank',
        '─────────  ─────  ─────  ──────  ─────────',
        'P          open   1      1       1',
        '',
        'singleStable: true\n',
      ].join('\n'),
    );
  });

  test('check prints a line per violation, tab separated, and their number', () => {
    expect(run('check', 'market.json', written('right.json', { matching: { a: 'P', b: null } }))).toEqual({
      status: 0,
      stdout: '0 violations\n',
      stderr: '',
    });
    expect(run('check', 'market.json', written('wrong.json', { matching: { a: null, b: 'P' } }))).toEqual({
      status: 1,
      stdout: 'P2\t"P"\t"a"\tRanked 1 and preferring it, behind whom rank 2 was admitted.\n1 violations\n',
      stderr: '',
    });
  });

  test('check leaves with 2 when the input is refused and the result does not say so, and with 0 when it does', () => {
    written('refused.json', { refused: [{ reason: 'unknown-programme', path: '/candidates/a/0', message: 'No.' }] });
    expect(run('check', 'bad.json', 'right.json').status).toBe(2);
    expect(run('check', 'bad.json', 'refused.json')).toMatchObject({ status: 0, stdout: '0 violations\n' });
    expect(run('check', 'market.json', 'refused.json').status).toBe(1);
    expect(run('check', 'twice.json', 'right.json').status).toBe(2);
    expect(run('check', 'twice.json', 'refused.json').status).toBe(0);
    expect(run('check', 'absent.json', 'right.json').status).toBe(64);
    expect(run('check').status).toBe(64);
  });

  test('check BUNDLE replays a proof bundle offline, and finds a mutated one', async () => {
    const bundle = await proofBundle(market, {
      key: new TextEncoder().encode('kept'),
      at: '2026-07-01T00:00:00Z',
      engine: 'engine/1',
      compute,
    });
    expect(run('check', written('bundle.json', bundle))).toEqual({ status: 0, stdout: '0 violations\n', stderr: '' });
    const text = JSON.stringify(bundle);
    expect(text).not.toContain('"a"');
    expect(run('check', written('mutated.json', text.replace('"capacity":1', '"capacity":2'))).status).toBe(1);
    expect(run('check', 'market.json').status).toBe(64);
  });

  test('P12 the same log gives the same bytes in two processes, keys shuffled in one', () => {
    const rich = campaigns({ candidates: 6, programmes: 4, events: 30, blocks: true, rates: true });
    for (const campaign of fc.sample(rich, { numRuns: 2, seed: 12 })) {
      const { input } = drawn(campaign);
      const turned = {
        ...input,
        candidates: Object.fromEntries(Object.entries(input.candidates).toReversed()),
        programmes: Object.fromEntries(Object.entries(input.programmes).toReversed()),
      };
      const [one, other] = [input, turned].map(
        (document) => run('allocate', written('log.json', { kind: 'rounds', ...document })).stdout,
      );
      expect(one).toBe(other);
      expect(one).toContain('"perRun"');
    }
  });
});
