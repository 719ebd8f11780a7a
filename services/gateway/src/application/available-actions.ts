import { shownState } from '@guichet/admissions/application/standing-copy';
import { statementDigest } from '@guichet/admissions/application/submit-application';
import type { CampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { objectionsToRecalling, objectionsToSubmitting, objectionsToWriting } from '@guichet/domain/application/submission';
import { objectionsToWithdrawing } from '@guichet/domain/application/withdrawal';
import type { ApplicationSource } from './application.loaders.ts';
import type { ApplicationAction } from './application.type.ts';

/** What can be done now: whatever the rule of that act would not refuse. */
export function availableActions({ row, asOf }: ApplicationSource, campaign: CampaignFacts): ApplicationAction[] {
  const atHand = { application: row, campaign, asOf };
  const attested = { statementDigest, currentStatementDigest: statementDigest };
  const filed = row.filed.map((school) => ({ schoolId: school.schoolId, state: shownState(school) }));
  const can: Readonly<Record<ApplicationAction, boolean>> = {
    EDIT: objectionsToWriting(atHand).length === 0,
    SUBMIT: objectionsToSubmitting({ ...atHand, draft: row, ...attested }).length === 0,
    RECALL: objectionsToRecalling(atHand).length === 0,
    WITHDRAW: filed.some(({ schoolId }) => objectionsToWithdrawing([schoolId], filed).length === 0),
  };
  return (Object.keys(can) as ApplicationAction[]).filter((action) => can[action]);
}
