import type { CampaignSettings } from '@guichet/domain/campaign/campaign-settings';
import type { IntakeEntry, NoticeRules } from '@guichet/domain/notice/notice';

/** A campaign as a file describes it, its two instants already read on the clock of its zone. */
export interface CampaignPlan {
  readonly campaign: CampaignSettings;
  readonly specialisms: readonly PlannedSpecialism[];
  readonly schools: readonly PlannedSchool[];
}

export interface PlannedSpecialism {
  readonly code: string;
  readonly fr: string;
  readonly en: string | null;
  readonly admittedMentions: readonly string[];
}

/** A member school with what its notice is to say. */
export interface PlannedSchool {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly city: string;
  readonly colour: string;
  readonly contact: { readonly name: string; readonly telephone: string | null; readonly email: string | null } | null;
  readonly notice: {
    /** Codes of the shared list. */
    readonly specialisms: readonly string[];
    readonly specialismsPerChoice: number;
    readonly intake: readonly IntakeEntry[];
    readonly articles: NoticeRules['articles'];
  };
}
