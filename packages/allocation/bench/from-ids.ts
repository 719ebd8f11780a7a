import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NumberedMarket } from '@guichet/allocation/market/market';
import { namedMarket } from './generator.ts';
import type { Line } from './median.ts';

/** A market written down with ids, allocated and checked by the commands of the package: from a file to a printed result. */
export function fromIds(market: NumberedMarket): readonly Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'allocation-bench-'));
  try {
    const [file, result] = [join(folder, 'market.json'), join(folder, 'result.json')];
    writeMarket(market, file);
    return [timed('allocate', [file], result), timed('check', [file, result], join(folder, 'verdict'))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes piece by piece: the whole text may be longer than a string can be. */
function writeMarket(market: NumberedMarket, file: string): void {
  const { candidates, programmes } = namedMarket(market);
  const out = openSync(file, 'w');
  for (const [part, record] of Object.entries({ candidates, programmes })) {
    writeSync(out, `${part === 'candidates' ? '{' : ','}${JSON.stringify(part)}:{`);
    let piece: string[] = [];
    let first = true;
    const flush = () => {
      if (piece.length > 0) writeSync(out, `${first ? '' : ','}${piece.join(',')}`);
      first = first && piece.length === 0;
      piece = [];
    };
    for (const [id, value] of Object.entries(record))
      if (piece.push(`${JSON.stringify(id)}:${JSON.stringify(value)}`) >= 1_000) flush();
    flush();
    writeSync(out, '}');
  }
  writeSync(out, '}');
  closeSync(out);
}

/** Runs a command of the package on a file; its own peak of memory is read from what it leaves. */
function timed(name: 'allocate' | 'check', words: readonly string[], output: string): Line {
  const command = fileURLToPath(new URL(`../src/cli/${name}.ts`, import.meta.url));
  const peak = 'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';
  const out = openSync(output, 'w');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', peak, '--max-old-space-size=6000', command, ...words], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  closeSync(out);
  if (status !== 0) throw new Error(`${name} left with ${status}: ${stderr}`);
  return {
    case: `1,000,000 × 13 × 14,000 from ids to printed result, ${name}`,
    seconds,
    peakMB: Number(stderr.split('peak ')[1]) / 1024,
  };
}
