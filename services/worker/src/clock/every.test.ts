import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { every } from './every.ts';

const quiet = { warn: () => {}, error: () => {} };

describe('a job that runs again and again', () => {
  test('is asked at once while there is something to do, and not before its pause once there is nothing', async () => {
    const left = [2, 1, 0, 0, 0];
    let looks = 0;
    const job = every({ name: 'count', everyMs: 60_000, run: async () => left[looks++] ?? 0 }, quiet);
    await pause(20);
    expect(looks).toBe(3);
    await job.stop();
  });

  test('stops at once while it pauses, and otherwise only when what is in hand is done', async () => {
    let isDone = false;
    const run = async () => {
      await pause(30);
      isDone = true;
      return 0;
    };
    const job = every({ name: 'slow', everyMs: 60_000, run }, quiet);
    await job.stop();
    expect(isDone).toBe(true);
  });

  test('tells a failure by class and code, never by its words, and goes on', async () => {
    const told: object[] = [];
    let looks = 0;
    const run = async () => {
      looks += 1;
      throw Object.assign(new TypeError('550 marie@example.fr'), { code: '42501' });
    };
    const job = every({ name: 'poor', everyMs: 1, run }, { ...quiet, error: (fields) => void told.push(fields) });
    await pause(40);
    await job.stop();
    expect(looks).toBeGreaterThan(1);
    expect(told[0]).toEqual({ event: 'job-failed', job: 'poor', cause: 'TypeError 42501' });
  });

  test.each([['57P01'], ['53300'], ['40001'], ['55P03'], ['ECONNREFUSED']])('is put off, not broken, by %s', async (code) => {
    const [warned, broken]: [object[], object[]] = [[], []];
    const run = () => Promise.reject(Object.assign(new Error('passing'), { code }));
    const log = { warn: (fields: object) => void warned.push(fields), error: (fields: object) => void broken.push(fields) };
    const job = every({ name: 'patient', everyMs: 60_000, run }, log);
    await pause(5);
    await job.stop();
    expect([warned.length, broken]).toEqual([1, []]);
  });
});
