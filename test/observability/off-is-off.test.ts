import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startInstruments } from '@guichet/platform/observability/instruments';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

test('without a setting nothing looks on: no hook in gateway or worker, no listener', async () => {
  const { gateway, worker, metricsUrl } = await startInstruments({ metrics: null, tracesUrl: null });
  expect([gateway, worker, metricsUrl]).toEqual([undefined, undefined, null]);
});

test('what is off is not even read into memory', () => {
  expect(librariesAfter({ metrics: null, tracesUrl: null })).toEqual([]);
  expect(librariesAfter({ metrics: { host: '127.0.0.1', port: 0 }, tracesUrl: null })).toEqual(['prom-client']);
  expect(librariesAfter({ metrics: null, tracesUrl: 'http://127.0.0.1:1' })).toEqual(['@opentelemetry/sdk-trace']);
});

/** Which of the two libraries a process holds once its instruments are on, as the compiler's list of sources tells. */
function librariesAfter(settings: object): readonly string[] {
  const program = `
    import { Session } from 'node:inspector';
    const loaded = [];
    const session = new Session();
    session.connect();
    session.on('Debugger.scriptParsed', ({ params }) => loaded.push(params.url));
    session.post('Debugger.enable');
    const { startInstruments } = await import('@guichet/platform/observability/instruments');
    await startInstruments(${JSON.stringify(settings)});
    const found = ['prom-client', '@opentelemetry/sdk-trace'].filter((name) => loaded.some((url) => url.includes('/' + name + '/')));
    console.log(JSON.stringify(found));
    process.exit();`;
  const words = [
    '--conditions=@guichet/source',
    '--import',
    join(root, 'dev-register.mjs'),
    '--input-type=module',
    '-e',
    program,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: join(root, 'test'), encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}
