import type { CampaignFile } from '../campaign-file/campaign-file.ts';
import type { Plan } from './own-campaign.ts';
import type { Visitor } from './visitor.ts';

/** Where the story plays. */
export interface Scene {
  readonly url: string;
  readonly file: CampaignFile;
  readonly plan: Plan;
  readonly slug: string;
  /** The campaign's id as the contract knows it. */
  readonly campaign: string;
  readonly consortium: Visitor;
  /** One officer per school, by slug. */
  readonly officers: ReadonlyMap<string, Visitor>;
  /** The administrator of the first school, signed in by a code. */
  readonly admin: Visitor;
}

let step = 0;

/** Says what happens next. */
export function tell(what: string): void {
  step += 1;
  console.log(`\n${step}. ${what}`);
}

export const show = (text: string): void => console.log(text.startsWith('    ') ? text : `    ${text}`);
