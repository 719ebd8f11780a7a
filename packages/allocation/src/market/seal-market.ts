import { blocksOfProgramme } from '../seats/blocks-of-programme.ts';
import { callOrder } from '../seats/call-order.ts';
import { expandBlocks } from './expand-blocks.ts';
import {
  type Groups,
  type Id,
  type MarketInput,
  NOWHERE,
  type Pool,
  type ProgrammeInput,
  type SealedBlock,
  type SealedMarket,
} from './market.ts';
import { type Numbering, numberIds, numberLists, type Reading, rankingReader } from './number-ids.ts';
import { type Objections, type Refusal, refusalOf, within } from './objections.ts';
import { readProgramme } from './read-programme.ts';
import { isRecord, shapeless, textList } from './read-shapes.ts';

/** Refuses with every objection, or numbers the ids and freezes the market. Pure; R1, R2..R4 input rules. */
export function sealMarket(input: MarketInput, kind: 'batch' | 'rounds' = 'batch'): SealedMarket | Refusal {
  const at: Objections = { found: [], steps: [] };
  if (!isRecord(input)) return { refused: [{ reason: 'malformed', path: '', message: 'A market is an object.' }] };
  const lists = record(input.candidates, within(at, 'candidates'));
  const programmes = record(input.programmes, within(at, 'programmes'));
  const groups = input.groups === undefined ? {} : record(input.groups, within(at, 'groups'));
  for (const [tag, members] of Object.entries(groups)) textList(members, within(at, 'groups', tag));
  if (input.dirty !== undefined && typeof input.dirty !== 'boolean') shapeless(within(at, 'dirty'), 'dirty is true or false.');
  const numbering = { candidates: numberIds(Object.keys(lists)), programmes: numberIds(Object.keys(programmes)) };
  const reading: Reading = { at, dirty: input.dirty === true, dropped: [] };
  const choices = numberLists(lists, numbering, reading);
  const context = { groups: new Set(Object.keys(groups)), rounds: kind === 'rounds' };
  const reader = rankingReader(numbering.candidates, reading);
  const numbered = new Map<readonly Id[], Uint32Array>();
  for (const [id, programme] of Object.entries(programmes)) {
    const place = within(at, 'programmes', id);
    readProgramme(programme, context, place);
    readRankings(programme, (ranking, spot) => numbered.set(ranking, reader(ranking, id, spot)), place);
  }
  return (
    refusalOf(at.found) ??
    frozen({ input, groups: groups as Groups, numbering, numbered, choices, dropped: withoutRepeats(reading) })
  );
}

/** Objects at a place when the value is no object; an empty one lets reading go on. */
function record(value: unknown, at: Objections): Readonly<Record<Id, unknown>> {
  if (isRecord(value)) return value;
  shapeless(at, 'An object keyed by id is expected.');
  return {};
}

/** Every ranking of a programme that has the shape of one, whatever else is wrong: all reasons are told at once. */
function readRankings(programme: unknown, read: (ranking: readonly Id[], at: Objections) => unknown, at: Objections): void {
  const silent: Objections = { found: [], steps: [] };
  if (!isRecord(programme)) return;
  if (textList(programme['ranking'], silent)) read(programme['ranking'], within(at, 'ranking'));
  if (!Array.isArray(programme['pools'])) return;
  for (const [index, pool] of programme['pools'].entries())
    if (isRecord(pool) && textList(pool['ranking'], silent)) read(pool['ranking'], within(at, 'pools', index, 'ranking'));
}

function withoutRepeats({ dropped }: Reading): Reading['dropped'] {
  const seen = new Set<string>();
  return dropped.filter((entry) => {
    const key = JSON.stringify(entry);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

interface Sound {
  readonly input: MarketInput;
  readonly groups: Groups;
  readonly numbering: { readonly candidates: Numbering; readonly programmes: Numbering };
  /** Rankings numbered while they were read. */
  readonly numbered: ReadonlyMap<readonly Id[], Uint32Array>;
  readonly choices: { readonly choiceStart: Uint32Array; readonly choices: Uint32Array };
  readonly dropped: SealedMarket['dropped'];
}

function frozen({ input, groups, numbering, numbered: read, choices, dropped }: Sound): SealedMarket {
  const number = (list: readonly Id[]) => read.get(list) ?? numbersOf(list, numbering.candidates);
  const blocks: SealedBlock[] = [];
  const callOrders: Uint32Array[] = [];
  const firstBlock = new Uint32Array(numbering.programmes.ids.length + 1);
  for (const [programme, id] of numbering.programmes.ids.entries()) {
    const rules = input.programmes[id] as ProgrammeInput;
    const order = callOrder(rules.ranking, rules.minRates ?? [], groups);
    const numbered = number(order);
    callOrders.push(numbered);
    for (const { name, seats, list } of blocksOfProgramme(rules, order, groups))
      blocks.push({ name, programme, seats, list: list === order ? numbered : number(list) });
    firstBlock[programme + 1] = blocks.length;
  }
  return {
    input,
    candidateIds: numbering.candidates.ids,
    programmeIds: numbering.programmes.ids,
    candidateNumbers: numbering.candidates.numbers,
    programmeNumbers: numbering.programmes.numbers,
    ...choices,
    callOrders,
    blocks,
    firstBlock,
    numbered: expandBlocks({ blocks, firstBlock, ...choices }),
    plain: Object.values(input.programmes).every(({ reserved, pools }) => isEmpty(reserved) && isEmpty(pools)),
    dropped,
  };
}

/** A list made from rankings, by number; NOWHERE keeps the place of a stranger. */
function numbersOf(list: readonly Id[], { numbers }: Numbering): Uint32Array {
  const numbered = new Uint32Array(list.length);
  for (let place = 0; place < list.length; place += 1) numbered[place] = numbers.get(list[place] as Id) ?? NOWHERE;
  return numbered;
}

const isEmpty = (list: readonly (Pool | object)[] | undefined) => list === undefined || list.length === 0;
