import type { OralsMode, OtherChoicesPolicy, ReplyPolicy } from '@guichet/domain/campaign/campaign';
import type { NoticeRule, Route } from '@guichet/domain/notice/notice';

/** Name and version of the format, first member of every file; a change that old readers cannot follow makes a new one. */
export const campaignFileFormat = 'guichet.campaign/1';

/** A whole campaign as one JSON document: what `campaign import` reads and `campaign export` writes (docs/campaign-file.md). */
export interface CampaignFile {
  readonly format: typeof campaignFileFormat;
  /** Words for whoever reads the file (where values come from); never stored, so an export carries none. */
  readonly remarks: readonly string[];
  readonly campaign: CampaignSheet;
  readonly specialisms: readonly SpecialismSheet[];
  /** The schools listed are the members of the campaign. */
  readonly schools: readonly SchoolSheet[];
}

/** French always, English or null where only French was written. */
export interface BilingualName {
  readonly fr: string;
  readonly en: string | null;
}

/** The campaign itself; its two instants are written on the wall clock of `zone` (local-time.ts). */
export interface CampaignSheet {
  readonly slug: string;
  readonly name: BilingualName;
  readonly procedure: string;
  readonly entryYear: number;
  readonly zone: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly maxChoices: number;
  readonly replyPolicy: ReplyPolicy;
  readonly oralsMode: OralsMode;
  readonly otherChoices: OtherChoicesPolicy;
  readonly feeCents: number;
  readonly entryRequirement: EntryRequirement;
}

/** Validated M1, or `requiredEcts` after the baccalauréat; whether another title is equivalent is judged by a human. */
export interface EntryRequirement {
  readonly level: 'M1';
  readonly requiredEcts: number;
  readonly equivalence: 'HUMAN_JUDGEMENT';
}

/** A specialism of the consortium's list with the national mentions it admits. */
export interface SpecialismSheet {
  readonly code: string;
  readonly fr: string;
  readonly en: string | null;
  readonly admittedMentions: readonly string[];
}

/** A member school with the rules of its notice. */
export interface SchoolSheet {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly city: string;
  /** `#rrggbb`, at least 4.5:1 on white. */
  readonly colour: string;
  /** Null while nobody was named; a campaign does not open without. */
  readonly contact: ContactSheet | null;
  readonly notice: NoticeSheet;
}

/** Who answers candidates: a name with a telephone, an e-mail or both. */
export interface ContactSheet {
  readonly name: string;
  readonly telephone: string | null;
  readonly email: string | null;
}

/** What a school's notice says; complete or not, the campaign judges that at its opening. */
export interface NoticeSheet {
  readonly specialisms: readonly string[];
  readonly specialismsPerChoice: number;
  readonly intake: readonly IntakeSheet[];
  readonly articles: readonly ArticleSheet[];
}

/** Places of one route; `seats` null when not published, `bySpecialism` null when not divided. */
export interface IntakeSheet {
  readonly route: Route;
  readonly seats: number | null;
  readonly bySpecialism: readonly SpecialismSeats[] | null;
}

/** The part of a route's places kept for one specialism. */
export interface SpecialismSeats {
  readonly code: string;
  readonly seats: number;
}

/** Which article of the printed notice states a rule. */
export interface ArticleSheet {
  readonly article: number;
  readonly rule: NoticeRule;
}
