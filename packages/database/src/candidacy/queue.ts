import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { normalText } from '@guichet/domain/text/plain-text';
import { type RawBuilder, sql } from 'kysely';
import { mayRead } from '../assignment/reader.read.ts';
import { limitOf } from './page-limit.ts';

/** The orders in which a school's queue is offered; each has its index. */
export const queueOrders = ['RECEIVED_AT_ASC', 'RECEIVED_AT_DESC', 'LAST_NAME_ASC'] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** Which rows of a queue; what is absent or null filters nothing, what is given is ANDed, lists are ORed. */
export interface QueueFilter {
  readonly states?: readonly CandidacyState[] | null | undefined;
  readonly specialismIds?: readonly string[] | null | undefined;
  readonly institutionIds?: readonly string[] | null | undefined;
  readonly countries?: readonly string[] | null | undefined;
  readonly receivedAfter?: Temporal.Instant | null | undefined;
  readonly receivedBefore?: Temporal.Instant | null | undefined;
  readonly isUnopened?: boolean | null | undefined;
  readonly labelIds?: readonly string[] | null | undefined;
  /** Membership of a reader to whom it is assigned. */
  readonly readerId?: string | null | undefined;
  /** Whether nobody who reads for the school has it: an assignment outlives its reader's function and membership. */
  readonly isUnassigned?: boolean | null | undefined;
  readonly search?: string | null | undefined;
  /** Only these candidacies: a selection of the list. */
  readonly ids?: readonly string[] | null | undefined;
}

/** One queue: a school's candidacies in one campaign, filtered and ordered. */
export interface Queue {
  readonly schoolId: string;
  readonly campaignId: string;
  readonly filter: QueueFilter;
  readonly order: QueueOrder;
}

/** A stretch of a queue: so many rows beyond a position, forward or backward. */
export interface Stretch {
  readonly beyond: { readonly key: string | null; readonly id: string } | null;
  readonly isBackward: boolean;
  readonly limit: number;
}

type Condition = RawBuilder<unknown>;

/** The page alone, before anything is joined: `c` is the candidacy, and `i` its identity where the order needs it. */
export function pageOf(
  { schoolId, campaignId, filter, order }: Queue,
  stretch: Stretch,
  columns?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const isByName = order === 'LAST_NAME_ASC';
  const descends = (order === 'RECEIVED_AT_DESC') !== stretch.isBackward;
  const key = isByName ? sql`i.last_name` : sql`c.received_at`;
  const direction = descends ? sql`desc` : sql`asc`;
  const names = isByName
    ? sql`join app.dossier_identity i on i.school_id = c.school_id and i.candidacy_id = c.id and i.number = c.dossier_number`
    : sql``;
  const conditions = [
    sql`c.school_id = ${schoolId}`,
    sql`c.campaign_id = ${campaignId}`,
    ...conditionsOf(filter, schoolId),
    ...beyond(stretch, isByName, descends),
  ];
  return sql`select c.* from (select c.id, ${key} as key ${columns ? sql`, ${columns}` : sql``} from app.candidacy c ${names}
    where ${sql.join(conditions, sql` and `)} order by ${key} ${direction}, c.id ${direction} ${limitOf(stretch.limit)}) c`;
}

/** How many rows a queue holds, counted from those its reader may see. */
export const sizeOf = ({
  schoolId,
  campaignId,
  filter,
}: Queue): RawBuilder<unknown> => sql`select count(*)::int from app.candidacy c
  where c.school_id = ${schoolId} and ${sql.join([sql`c.campaign_id = ${campaignId}`, ...conditionsOf(filter, schoolId)], sql` and `)}`;

/** The order of a stretch, for the rows joined to it. */
export function orderOf({ order }: Queue, { isBackward }: Stretch): RawBuilder<unknown> {
  return (order === 'RECEIVED_AT_DESC') !== isBackward ? sql`p.key desc, p.id desc` : sql`p.key, p.id`;
}

function beyond({ beyond: position }: Stretch, isByName: boolean, descends: boolean): readonly Condition[] {
  if (position === null) return [];
  const row = isByName ? sql`(i.last_name, c.id)` : sql`(c.received_at, c.id)`;
  const key = isByName ? sql`${position.key}::text` : sql`${position.key}::timestamptz`;
  return [sql`${row} ${descends ? sql`<` : sql`>`} (${key}, ${position.id}::uuid)`];
}

/** Whether the school filters at all: only an unfiltered queue has a cheap count. */
export const isFiltered = (filter: QueueFilter): boolean =>
  Object.values(filter).some((value) => value !== null && value !== undefined);

function conditionsOf(filter: QueueFilter, schoolId: string): readonly Condition[] {
  const { states, specialismIds, institutionIds, countries, receivedAfter, receivedBefore, isUnopened, search, ids } = filter;
  const { labelIds, readerId, isUnassigned } = filter;
  return [
    ...given(ids, (list) => sql`c.id = any(${list}::uuid[])`),
    // One state is the head of an index in the order of arrival, a list of them is not.
    ...given(states, (list) => (list.length === 1 ? sql`c.state = ${list[0]}` : sql`c.state = any(${list}::text[])`)),
    ...given(receivedAfter, (at) => sql`c.received_at > ${at.toString()}::timestamptz`),
    ...given(receivedBefore, (at) => sql`c.received_at < ${at.toString()}::timestamptz`),
    ...given(isUnopened, (is) => (is ? sql`not ${openedByAnybody}` : openedByAnybody)),
    ...given(institutionIds, studiedAt),
    ...given(countries, (list) => inHead(sql`h.country = any(${list}::text[])`)),
    ...given(specialismIds, askedFor),
    ...given(labelIds, labelled),
    ...given(readerId, (reader) =>
      assignedTo(sql`a.reader_id = (select m.account_id from app.membership m
      where m.school_id = ${schoolId} and m.id = ${reader}::uuid)`),
    ),
    ...given(isUnassigned, (is) => (is ? sql`not ${assignedToReader}` : assignedToReader)),
    ...given(search, (text) => found(text, schoolId)),
  ];
}

const given = <T>(value: T | null | undefined, condition: (value: T) => Condition | null): readonly Condition[] => {
  const made = value === null || value === undefined ? null : condition(value);
  return made === null ? [] : [made];
};

const openedByAnybody = sql`exists (select from app.opening o where o.school_id = c.school_id and o.candidacy_id = c.id
  and o.means = 'SCREEN')`;

const inHead = (condition: Condition) => sql`exists (select from app.dossier_head h
  where h.school_id = c.school_id and h.candidacy_id = c.id and h.number = c.dossier_number and ${condition})`;

/** Chosen from the list, or typed in a spelling that has been found to be the same since. */
const studiedAt = (ids: readonly string[]) =>
  inHead(sql`(h.institution_id = any(${ids}::uuid[]) or exists (select from app.institution_alias a
  where a.search_key = h.institution_key and a.country = h.country and a.institution_id = any(${ids}::uuid[])))`);

const askedFor = (ids: readonly string[]) => sql`exists (select from app.dossier_specialism d
  where d.school_id = c.school_id and d.candidacy_id = c.id and d.number = c.dossier_number and d.specialism_id = any(${ids}::uuid[]))`;

const labelled = (ids: readonly string[]) => sql`exists (select from app.candidacy_label l
  where l.school_id = c.school_id and l.candidacy_id = c.id and l.label_id = any(${ids}::uuid[]))`;

const assignedTo = (which: Condition) => sql`exists (select from app.assignment a
  where a.school_id = c.school_id and a.candidacy_id = c.id and a.ended_at is null and ${which})`;

// What stands with somebody who left, or reads no more, waits for another. Reader by reader: from a list of all who read, a page's plan
// starts at their assignments, sixty times as slow.
const assignedToReader = assignedTo(sql`exists (select from app.membership m
  where m.school_id = a.school_id and m.account_id = a.reader_id and ${mayRead})`);

// The largest code point: in byte order, what begins with a text lies between it and it followed by this.
const last = '\u{10ffff}';

/**
 * Names and references by their beginning, in two ranges that reach their indexes; nothing typed is a pattern, and what pasting brought
 * unseen is not looked for. A blank search filters nothing; one of signs alone begins no name, and finds nothing.
 */
function found(search: string, schoolId: string): Condition | null {
  const text = normalText(search);
  const [name, reference] = [searchKey(text), text.toUpperCase()];
  if (text === '') return null;
  if (name === '') return sql`false`;
  return sql`(c.id, c.dossier_number) in (
    select i.candidacy_id, i.number from app.dossier_identity i
      where i.school_id = ${schoolId} and i.search_key >= ${name} and i.search_key < ${name + last}
    union all select h.candidacy_id, h.number from app.dossier_head h
      where h.school_id = ${schoolId} and h.reference >= ${reference} and h.reference < ${reference + last})`;
}
