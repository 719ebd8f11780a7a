import { describe, expect, test } from '@jest/globals';
import { readSettings, type Settings } from './settings.ts';

const settingsOf = (environment: NodeJS.ProcessEnv): Settings => {
  const reading = readSettings(environment);
  if ('faults' in reading) throw new Error(reading.faults.join(' '));
  return reading.settings;
};
const faultsOf = (environment: NodeJS.ProcessEnv) => {
  const reading = readSettings(environment);
  return 'faults' in reading ? reading.faults : [];
};
const secret = 'qv3Zt0f8Jx1mRk7Wc5Yb2Hn9Ls4Pd6Ga';

describe('settings', () => {
  test('a bare machine needs none: loopback, port 4000, a data folder in the clone, a secret of its own', () => {
    expect(settingsOf({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      dataFolder: expect.stringMatching(/\/\.guichet$/),
      databaseUrl: null,
      secret: null,
      url: 'http://127.0.0.1:4000',
      smtpUrl: null,
      isProduction: false,
      trustedProxies: [],
    });
  });

  test('an empty variable counts as absent, and the address follows host and port', () => {
    expect(settingsOf({ PORT: '', GUICHET_URL: ' ' }).url).toBe('http://127.0.0.1:4000');
    expect(settingsOf({ PORT: '5000', HOST: '0.0.0.0' }).url).toBe('http://127.0.0.1:5000');
    expect(settingsOf({ HOST: '::1' }).url).toBe('http://[::1]:4000');
    expect(settingsOf({ GUICHET_TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2' }).trustedProxies).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  test('every fault is told at once, in words, and no value of a secret is repeated', () => {
    const faults = faultsOf({
      PORT: '99999',
      DATABASE_URL: 'mysql://owner:hunter2@host/guichet',
      SMTP_URL: 'mail.example',
      MAIL_FROM: 'Guichet',
      NODE_ENV: 'prod',
      GUICHET_SECRET: 'hunter2',
      GUICHET_URL: 'https://guichet.example/path',
    });
    expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'NODE_ENV',
      'GUICHET_SECRET',
      'GUICHET_URL',
    ]);
    expect(faults.join()).not.toContain('hunter2');
  });

  test('proxies that are believed are addresses or ranges; a range without its length, which would be everybody, is refused', () => {
    const proxies = '10.0.0.0/8,fd00::/8, ::1';
    expect(settingsOf({ GUICHET_TRUSTED_PROXIES: proxies }).trustedProxies).toEqual(['10.0.0.0/8', 'fd00::/8', '::1']);
    for (const wrong of [
      'proxy.local',
      '10.0.0.0/',
      '10.0.0.0/0',
      '10.0.0.0/33',
      '10.0.0.0/8/8',
      '10.0.0.1 10.0.0.2',
      'fd00::/129',
    ])
      expect(faultsOf({ GUICHET_TRUSTED_PROXIES: wrong })).toEqual([
        expect.stringContaining('GUICHET_TRUSTED_PROXIES must hold'),
      ]);
  });

  test('D-28 a server of one’s own wants a secret of one’s own, while developing too', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://owner@host/guichet' })).toEqual([
      expect.stringContaining('GUICHET_SECRET is missing'),
    ]);
    expect(faultsOf({ GUICHET_SECRET: 'change-me-change-me-change-me-change-me' })).toEqual([
      expect.stringContaining('GUICHET_SECRET can be guessed'),
    ]);
  });

  test('D-28 production takes an https origin and a mail server, and nothing less', () => {
    const sound = {
      NODE_ENV: 'production',
      GUICHET_SECRET: secret,
      GUICHET_URL: 'https://guichet.example',
      SMTP_URL: 'smtps://user:password@mail.example',
      MAIL_FROM: 'Guichet <guichet@guichet.example>',
    };
    expect(settingsOf(sound)).toMatchObject({ isProduction: true, url: 'https://guichet.example' });
    expect(faultsOf({ ...sound, GUICHET_URL: 'http://guichet.example' })).toEqual([expect.stringContaining('https://')]);
    expect(faultsOf({ NODE_ENV: 'production' })).toHaveLength(4);
  });

  test('I-11 production refuses what makes the runtime print what people send, and has no level of its own to set', () => {
    const sound = {
      NODE_ENV: 'production',
      GUICHET_SECRET: secret,
      GUICHET_URL: 'https://guichet.example',
      SMTP_URL: 'smtps://user:password@mail.example',
      MAIL_FROM: 'Guichet <guichet@guichet.example>',
    };
    for (const name of ['DEBUG', 'NODE_DEBUG', 'NODE_DEBUG_NATIVE']) {
      expect(faultsOf({ ...sound, [name]: 'http' })).toEqual([expect.stringMatching(new RegExp(`^${name} is set.* Unset it`))]);
      expect(faultsOf({ [name]: 'http' })).toEqual([]);
    }
    expect(settingsOf({ ...sound, LOG_LEVEL: 'debug' })).toEqual(settingsOf(sound));
  });

  test('reports on mails are asked for once an address is given, and listened for once a port is', () => {
    expect(settingsOf({}).bounces).toBeNull();
    const address = 'Retour@guichet.example';
    expect(settingsOf({ GUICHET_BOUNCE_ADDRESS: address }).bounces).toEqual({ address: 'retour@guichet.example', listen: null });
    expect(settingsOf({ GUICHET_BOUNCE_ADDRESS: address, GUICHET_BOUNCE_PORT: '2525' }).bounces?.listen).toEqual({
      host: '127.0.0.1',
      port: 2525,
    });
    expect(faultsOf({ GUICHET_BOUNCE_PORT: '2525' })).toEqual([expect.stringContaining('GUICHET_BOUNCE_ADDRESS')]);
    expect(faultsOf({ GUICHET_BOUNCE_ADDRESS: 'a+b@guichet.example' })).toEqual([expect.stringContaining('without +')]);
  });
});
