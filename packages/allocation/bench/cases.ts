import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkAllocation } from '@guichet/allocation/audit/check-allocation';
import { checkNumbered } from '@guichet/allocation/audit/check-numbered';
import { allocate, allocateNumbered } from '@guichet/allocation/batch/allocate';
import { explainRefusal } from '@guichet/allocation/explanation/explain-refusal';
import { NOWHERE, type NumberedMarket, type SealedBlock, type SealedMarket } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { sealMarket } from '@guichet/allocation/market/seal-market';
import { openCampaign } from '@guichet/allocation/rounds/open-campaign';
import { runRound } from '@guichet/allocation/rounds/run-round';
import { capacityCurve } from '@guichet/allocation/what-if/capacity-curve';
import { dominoMarket, namedMarket, numberedMarket, type Shape, worstMarket } from './generator.ts';
import { textbook, textbookMarket } from './textbook.ts';

/** One line of the print: seconds are a median of the repetitions; the budget is in seconds, absent when only printed. */
export interface Line {
  readonly case: string;
  readonly seconds: number;
  /** Processor time of the same work: on a busy machine the figure to read. */
  readonly cpuSeconds?: number;
  readonly budget?: number;
  /** How many times faster than the textbook of the same run. */
  readonly ratio?: number;
  readonly peakMB?: number;
}

const consortium = { candidates: 15_000, choices: 12, programmes: 120, seats: 100 };
const national = { candidates: 1_000_000, choices: 13, programmes: 14_000, seats: 65 };

/** Every case by name; each is run in a process of its own, so that its peak of memory is its own. */
export const cases: Readonly<Record<string, () => readonly Line[]>> = {
  million: () => {
    const market = numberedMarket({ candidates: 1_000_000, choices: 10, programmes: 10_000, seats: 90 });
    return [{ case: '1,000,000 × 10 × 10,000, batch', ...median(5, () => allocateNumbered(market)), budget: 1 }];
  },
  national: () => {
    const market = numberedMarket(national);
    const admitted = allocateNumbered(market);
    return [
      { case: '1,000,000 × 13 × 14,000, batch', ...median(5, () => allocateNumbered(market)), budget: 3 },
      { case: '1,000,000 × 13 × 14,000, check', ...median(5, () => mustBeRight(market, admitted)), budget: 5 },
    ];
  },
  consortium: () => {
    const input = namedMarket(numberedMarket(consortium));
    const whole = () => {
      const market = sound(input);
      const matching = placesOf(market, allocate(market).admitted);
      if (checkAllocation(input, { matching }).length > 0) throw new Error('the checker objects');
    };
    return [{ case: '15,000 × 12 × 120 from ids, batch and check', ...median(9, whole), budget: 0.15 }];
  },
  explain: () => {
    const market = sound(namedMarket(numberedMarket(consortium)));
    const matching = allocate(market);
    const last = market.candidateIds.findLastIndex((_, candidate) => matching.admitted[candidate] === NOWHERE);
    const candidate = market.candidateIds[last] as string;
    const programme = market.input.candidates[candidate]?.[0] as string;
    return [
      {
        case: 'explanation of a wish, seats needed included',
        ...median(9, () => explainRefusal(market, matching, { candidate, programme })),
        budget: 0.02,
      },
      {
        case: 'what-if curve of 100 seats',
        ...median(9, () =>
          capacityCurve(
            market,
            programme,
            Array.from({ length: 100 }, (_, more) => 50 + more),
          ),
        ),
        budget: 0.3,
      },
    ];
  },
  round: () => {
    const input = namedMarket(numberedMarket({ candidates: 20_000, choices: 10, programmes: 500, seats: 36 }));
    const state = openCampaign(sound(input), { mode: 'open', auto: Object.keys(input.candidates) });
    return [{ case: 'one round, 200,000 wishes, all on automatic reply', ...median(5, () => runRound(state)), budget: 3 }];
  },
  textbook: () => {
    const market = numberedMarket({ candidates: 100_000, choices: 10, programmes: 1_000, seats: 90 });
    const ours = median(7, () => allocateNumbered(market));
    const lines = (['scan', 'sort'] as const).map((worst) => {
      const timing = median(
        worst === 'scan' ? 3 : 1,
        (people) => textbook(people, worst),
        () => textbookMarket(market),
      );
      return { case: `textbook that ${worst}s, 100,000 × 10 × 1,000`, ...timing, ratio: timing.cpuSeconds / ours.cpuSeconds };
    });
    const names = textbook(textbookMarket(market), 'scan');
    const same = allocateNumbered(market).every(
      (programme, candidate) => names[candidate] === (programme === NOWHERE ? null : `P${programme}`),
    );
    if (!same) throw new Error('the textbook disagrees');
    return [{ case: '100,000 × 10 × 1,000, batch', ...ours }, ...lines];
  },
  shapes: () => [
    ...(['uniform', 'skewed', 'serial', 'tiers'] as readonly Shape[]).map((shape) => {
      const market = numberedMarket({ candidates: 200_000, choices: 10, programmes: 2_000, seats: 90, shape });
      return { case: `200,000 × 10 × 2,000, ${shape}`, ...median(5, () => allocateNumbered(market)) };
    }),
    { case: 'worst case, 3,000 × 3,000: 4.5 million proposals', ...forMarket(worstMarket(3_000)) },
    { case: 'domino of 1,000,000', ...forMarket(dominoMarket(1_000_000)) },
  ],
  ids: () => {
    const folder = mkdtempSync(join(tmpdir(), 'allocation-bench-'));
    try {
      const [file, result] = [join(folder, 'market.json'), join(folder, 'result.json')];
      writeMarket(numberedMarket(national), file);
      return [timed('allocate', [file], result), timed('check', [file, result], join(folder, 'verdict'))];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const forMarket = (market: NumberedMarket) => median(5, () => allocateNumbered(market));

interface Timing {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

function median<Given = undefined>(
  times: number,
  run: (given: Given) => unknown,
  prepare: () => Given = () => undefined as Given,
): Timing {
  const timings = Array.from({ length: times }, () => {
    const given = prepare();
    const cpu = process.cpuUsage();
    const start = performance.now();
    run(given);
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
  });
  const middle = (figure: keyof Timing) =>
    timings.map((timing) => timing[figure]).toSorted((a, b) => a - b)[times >> 1] as number;
  return { seconds: middle('seconds'), cpuSeconds: middle('cpuSeconds') };
}

function mustBeRight(market: NumberedMarket, admitted: Uint32Array): void {
  const [first] = checkNumbered(market, admitted);
  if (first) throw new Error(first.explanation);
}

function sound(input: Parameters<typeof sealMarket>[0]): SealedMarket {
  const market = sealMarket(input);
  if (isRefusal(market)) throw new Error(JSON.stringify(market.refused[0]));
  return market;
}

const placesOf = (market: SealedMarket, admitted: Uint32Array): Readonly<Record<string, string | null>> =>
  Object.fromEntries(market.candidateIds.map((id, candidate) => [id, placeOf(market, admitted[candidate] as number)]));

const placeOf = (market: SealedMarket, block: number): string | null =>
  block === NOWHERE ? null : (market.programmeIds[(market.blocks[block] as SealedBlock).programme] as string);

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
