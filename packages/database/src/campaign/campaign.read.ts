import type { CampaignState, OralsMode, OtherChoicesPolicy, ReplyPolicy } from '@guichet/domain/campaign/campaign';
import { type Kysely, sql } from 'kysely';

interface CalendarRow<K extends string> {
  readonly kind: K;
  readonly at: Temporal.Instant;
  readonly zone: string;
}

/** A campaign as everybody may read it once published. */
export interface CampaignRow {
  readonly id: string;
  readonly slug: string;
  readonly name: { readonly fr: string; readonly en: string | null };
  readonly entryYear: number;
  readonly state: CampaignState;
  readonly feeCents: number;
  readonly calendar: readonly [CalendarRow<'OPENING'>, CalendarRow<'CLOSING'>];
  readonly replyPolicy: ReplyPolicy;
  readonly oralsMode: OralsMode;
  readonly otherChoices: OtherChoicesPolicy;
  readonly maxChoices: number;
  readonly requiredEcts: number;
  readonly version: number;
  /** Sort key of lists: the opening, at the database's full precision. */
  readonly opensAt: string;
}

/** A campaign as its columns were read, before its dates are made a calendar. */
export type StoredCampaign = Omit<CampaignRow, 'calendar'> & { readonly closesAt: string; readonly zone: string };

export type WhichCampaigns =
  | { readonly ids: readonly string[] }
  | { readonly slug: string }
  | { readonly after: { readonly key: string | null; readonly id: string } | null; readonly limit: number };

/** Campaigns by id, by slug, or a page of them, newest opening first. */
export async function readCampaigns(db: Kysely<unknown>, which: WhichCampaigns): Promise<CampaignRow[]> {
  const { rows } = await sql<StoredCampaign>`select ${campaignColumns} from app.campaign c ${selection(which)}`.execute(db);
  return rows.map(campaignOf);
}

/** Of the table as `c`. */
export const campaignColumns = sql`c.id, c.slug, json_build_object('fr', c.name_fr, 'en', c.name_en) as name, c.entry_year as "entryYear",
  c.state, c.fee_cents as "feeCents", c.opens_at::text as "opensAt", c.closes_at::text as "closesAt", c.zone, c.reply_policy as "replyPolicy",
  c.orals_mode as "oralsMode", c.other_choices as "otherChoices", c.max_choices as "maxChoices", c.required_ects as "requiredEcts", c.version`;

/** A campaign with its calendar. */
export const campaignOf = ({ closesAt, zone, ...row }: StoredCampaign): CampaignRow => ({
  ...row,
  calendar: [
    { kind: 'OPENING', at: Temporal.Instant.from(row.opensAt), zone },
    { kind: 'CLOSING', at: Temporal.Instant.from(closesAt), zone },
  ],
});

function selection(which: WhichCampaigns) {
  if ('ids' in which) return sql`where c.id = any(${which.ids}::uuid[])`;
  if ('slug' in which) return sql`where c.slug = ${which.slug}`;
  const beyond = which.after ? sql`where (c.opens_at, c.id) < (${which.after.key}::timestamptz, ${which.after.id}::uuid)` : sql``;
  return sql`${beyond} order by c.opens_at desc, c.id desc limit ${which.limit}`;
}
