import { isRecord } from '../market/read-shapes.ts';
import type { Answer } from './fixture-answer.ts';

type Part = Readonly<Record<string, unknown>>;
type Row = readonly string[];

/** A readable table per part of an answer, for a terminal. */
export function tableOf(answer: Answer): string {
  return Object.entries(answer)
    .flatMap(([part, value]) => (writers[part] ?? plainLine)(value, part))
    .join('\n');
}

const writers: Readonly<Record<string, (value: unknown, part: string) => readonly string[]>> = {
  matching: (value) => (isTwoPolicies(value) ? policies(value, 'goes to') : [placesTable(value as Part)]),
  limits: (value) => policies(value as Part, 'limit'),
  cutoffs: (value) => [cutoffTable(value as Part)],
  callOrder: (value) =>
    isRecord(value)
      ? [
          table(
            ['programme', 'call order'],
            Object.entries(value).map(([id, order]) => [shown(id), list(order)]),
          ),
        ]
      : [`call order: ${list(value)}\n`],
  variants: (value) => (value as readonly Part[]).flatMap(variantTables),
  perRun: (value) => (value as readonly Part[]).map(runTable),
  holdings: (value) => [
    table(
      ['candidate', 'holds'],
      Object.entries(value as Part).map(([id, held]) => [shown(id), list(held)]),
    ),
  ],
  displayedRanks: (value) =>
    (value as readonly Part[]).map((ranks, day) =>
      table(
        [`day ${day + 1}`, 'rank shown'],
        byRank(ranks).map(([id, rank]) => [shown(id), String(rank)]),
      ),
    ),
  dropped: (value) => [
    table(
      ['left out', 'programme', 'reason'],
      (value as readonly Part[]).map(({ candidate, programme, reason }) => [shown(candidate), shown(programme), String(reason)]),
    ),
  ],
  refused: (value) => [
    table(
      ['refused', 'at', 'why'],
      (value as readonly Part[]).map(({ reason, path, message }) => [String(reason), shown(path), String(message)]),
    ),
  ],
};

const plainLine = (value: unknown, part: string): readonly string[] => [`${part}: ${String(value)}\n`];

const isTwoPolicies = (value: unknown): value is Part =>
  isRecord(value) && Object.keys(value).join() === 'H,L' && isRecord(value['H']);

const policies = (value: Part, word: string): readonly string[] =>
  Object.entries(value).map(([policy, part]) =>
    table(
      [`policy ${policy}`, word],
      Object.entries(part as Part).map(([id, figure]) => [shown(id), shown(figure)]),
    ),
  );

const placesTable = (places: Part, first = 'candidate') =>
  table(
    [first, 'goes to'],
    Object.entries(places).map(([id, place]) => [shown(id), shown(place)]),
  );

function cutoffTable(cutoffs: Part): string {
  const lines = Object.entries(cutoffs).flatMap(([programme, cutoff]) =>
    ((cutoff as Part)['blocks'] as readonly Part[]).map(({ name, seats, filled, lastRank }) => [
      shown(programme),
      shown(name),
      String(seats),
      String(filled),
      lastRank === null ? 'a seat is left' : String(lastRank),
    ]),
  );
  return table(['programme', 'block', 'seats', 'filled', 'last rank'], lines);
}

const variantTables = ({ name, matching, refused }: Part): readonly string[] =>
  matching === undefined
    ? [`what if: ${shown(name)}: refused, ${String((refused as readonly Part[])[0]?.['message'])}\n`]
    : [placesTable(matching as Part, `what if: ${shown(name)}`)];

function runTable({ offers, autoDropped, waitingRank, lastCalled }: Part, run: number): string {
  const lines = Object.entries(lastCalled as Part).map(([programme, last]) => [
    shown(programme),
    list((offers as Part)[programme] ?? []),
    byRank((waitingRank as Readonly<Record<string, Part>>)[programme] ?? {})
      .map(([id, rank]) => `${rank}. ${shown(id)}`)
      .join(', ') || '–',
    String(last),
  ]);
  const dropped = (autoDropped as readonly Row[])
    .map(([candidate, programme]) => `${shown(candidate)} at ${shown(programme)}`)
    .join(', ');
  return `${table([`run ${run + 1}`, 'called', 'waiting', 'last rank called'], lines)}${dropped ? `dropped: ${dropped}\n` : ''}`;
}

const byRank = (ranks: Part): readonly (readonly [string, number])[] =>
  Object.entries(ranks as Readonly<Record<string, number>>).toSorted(([, a], [, b]) => a - b);

const list = (ids: unknown): string => (ids as readonly unknown[]).map(shown).join(', ') || '–';

/** A text as it is, unless it could spoil a table; a dash for nothing. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'string') return String(value);
  return /^[\p{L}\p{N}\p{P}\p{S}]+( [\p{L}\p{N}\p{P}\p{S}]+)*$/u.test(value) ? value : JSON.stringify(value);
}

/** Columns as wide as their widest text, a rule under the head. */
function table(head: Row, lines: readonly Row[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.slice(0, 100_000).map((line) => [...(line[column] ?? '')].length)),
  );
  const row = (line: Row) =>
    `${line
      .map((text, column) => text + ' '.repeat(Math.max(0, (widths[column] as number) - [...text].length)))
      .join('  ')
      .trimEnd()}\n`;
  return [head, widths.map((width) => '─'.repeat(width)), ...lines].map(row).join('');
}
