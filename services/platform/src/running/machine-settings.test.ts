import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../settings.ts';

const settingsOf = (environment: NodeJS.ProcessEnv) => {
  const reading = readSettings(environment);
  if ('faults' in reading) throw new Error(reading.faults.join(' '));
  const { poolerUrl, replicaUrl, namesStatements, metrics, tracesUrl } = reading.settings;
  return { poolerUrl, replicaUrl, namesStatements, metrics, tracesUrl };
};
const faultsOf = (environment: NodeJS.ProcessEnv) => {
  const reading = readSettings(environment);
  return 'faults' in reading ? reading.faults : [];
};

describe('what stands around the platform', () => {
  test('nothing does until it is named', () => {
    const nothing = { poolerUrl: null, replicaUrl: null, namesStatements: true, metrics: null, tracesUrl: null };
    expect(settingsOf({})).toEqual(nothing);
  });

  test('each is named by one variable', () => {
    expect(settingsOf({ DATABASE_POOLER_URL: 'postgres://127.0.0.1:6432/guichet' }).poolerUrl).toMatch(/:6432/);
    expect(settingsOf({ DATABASE_REPLICA_URL: 'postgresql://copy.example/guichet' }).replicaUrl).toMatch(/copy\.example/);
    expect(settingsOf({ GUICHET_STATEMENTS: 'unnamed' }).namesStatements).toBe(false);
    expect(settingsOf({ GUICHET_TRACES: 'http://127.0.0.1:4318' }).tracesUrl).toBe('http://127.0.0.1:4318');
  });

  test('metrics are on loopback unless an address is named', () => {
    expect(settingsOf({ GUICHET_METRICS: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(settingsOf({ GUICHET_METRICS: '10.0.0.5:9464' }).metrics).toEqual({ host: '10.0.0.5', port: 9464 });
    expect(settingsOf({ GUICHET_METRICS: '[::1]:9464' }).metrics).toEqual({ host: '::1', port: 9464 });
  });

  test('metrics want a port that there is', () => {
    for (const wrong of ['99999', '0', '127.0.0.1:70000'])
      expect(faultsOf({ GUICHET_METRICS: wrong })).toEqual([expect.stringContaining('GUICHET_METRICS must be a port')]);
  });

  test('every fault is told at once, and the password of a database is not repeated', () => {
    const faults = faultsOf({
      DATABASE_POOLER_URL: 'mysql://owner:hunter2@host/guichet',
      GUICHET_STATEMENTS: 'short',
      GUICHET_METRICS: 'everywhere',
      GUICHET_TRACES: 'collector',
    });
    expect(faults).toHaveLength(4);
    expect(faults.join(' ')).not.toContain('hunter2');
  });
});
