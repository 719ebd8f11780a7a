import { Migration0001Roles } from './migration-0001-roles.ts';
import { Migration0002Tables } from './migration-0002-tables.ts';
import { Migration0003Grants } from './migration-0003-grants.ts';
import { Migration0004Effects } from './migration-0004-effects.ts';
import { Migration0005Accounts } from './migration-0005-accounts.ts';
import { Migration0006Roles } from './migration-0006-roles.ts';
import { Migration0007PeopleAndDesks } from './migration-0007-people-and-desks.ts';
import { Migration0008Effects } from './migration-0008-effects.ts';
import { Migration0009SecondFactor } from './migration-0009-second-factor.ts';
import { Migration0010Seal } from './migration-0010-seal.ts';
import { Migration0011DisclosedChoices } from './migration-0011-disclosed-choices.ts';
import { Migration0012DisclosureEffects } from './migration-0012-disclosure-effects.ts';
import { Migration0013DisclosedCampaign } from './migration-0013-disclosed-campaign.ts';
import { Migration0014ExportsOutliveMembership } from './migration-0014-exports-outlive-membership.ts';
import { Migration0015Standing } from './migration-0015-standing.ts';
import { Migration0016ForgottenAnswers } from './migration-0016-forgotten-answers.ts';
import { Migration0017RightsTakenAway } from './migration-0017-rights-taken-away.ts';
import { Migration0018ExportsOfToday } from './migration-0018-exports-of-today.ts';
import { Migration0019NamesOfInvitations } from './migration-0019-names-of-invitations.ts';
import { Migration0020FormerAddresses } from './migration-0020-former-addresses.ts';
import { Migration0021KeptKey } from './migration-0021-kept-key.ts';
import { Migration0022KeptLists } from './migration-0022-kept-lists.ts';

/** In order, never changed once landed: a change is a further migration. */
export const migrations = [
  { name: 'Migration0001Roles', class: Migration0001Roles },
  { name: 'Migration0002Tables', class: Migration0002Tables },
  { name: 'Migration0003Grants', class: Migration0003Grants },
  { name: 'Migration0004Effects', class: Migration0004Effects },
  { name: 'Migration0005Accounts', class: Migration0005Accounts },
  { name: 'Migration0006Roles', class: Migration0006Roles },
  { name: 'Migration0007PeopleAndDesks', class: Migration0007PeopleAndDesks },
  { name: 'Migration0008Effects', class: Migration0008Effects },
  { name: 'Migration0009SecondFactor', class: Migration0009SecondFactor },
  { name: 'Migration0010Seal', class: Migration0010Seal },
  { name: 'Migration0011DisclosedChoices', class: Migration0011DisclosedChoices },
  { name: 'Migration0012DisclosureEffects', class: Migration0012DisclosureEffects },
  { name: 'Migration0013DisclosedCampaign', class: Migration0013DisclosedCampaign },
  { name: 'Migration0014ExportsOutliveMembership', class: Migration0014ExportsOutliveMembership },
  { name: 'Migration0015Standing', class: Migration0015Standing },
  { name: 'Migration0016ForgottenAnswers', class: Migration0016ForgottenAnswers },
  { name: 'Migration0017RightsTakenAway', class: Migration0017RightsTakenAway },
  { name: 'Migration0018ExportsOfToday', class: Migration0018ExportsOfToday },
  { name: 'Migration0019NamesOfInvitations', class: Migration0019NamesOfInvitations },
  { name: 'Migration0020FormerAddresses', class: Migration0020FormerAddresses },
  { name: 'Migration0021KeptKey', class: Migration0021KeptKey },
  { name: 'Migration0022KeptLists', class: Migration0022KeptLists },
];
