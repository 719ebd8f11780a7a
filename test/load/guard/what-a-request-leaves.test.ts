import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../walls/keep-report.ts';

test('next to nothing of a request that was answered grows old', async () => {
  const child = fork(join(import.meta.dirname, 'left-by-requests.ts'), [], {
    cwd: root,
    execArgv: ['--expose-gc', '--conditions=@guichet/source', '--import', './dev-register.mjs'],
  });
  const [left] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [null])])) as [number | null];
  // Kilobytes: 0.9 here, 3.0 with the library as it is published. See decision 0048.
  expect((left ?? Number.NaN) / 1000).toBeLessThan(1.5);
}, 60_000);
