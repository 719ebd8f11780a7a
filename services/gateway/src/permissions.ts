import { campaignPermissions } from './campaign/campaign.permissions.ts';
import { connectionPermissions } from './connection/connection.type.ts';
import { pageInfoPermissions } from './connection/page-info.type.ts';
import { noticePermissions } from './notice/notice.permissions.ts';
import { joinLines } from './permissions/coverage.ts';
import { schoolPermissions } from './school/school.permissions.ts';
import { specialismPermissions } from './specialism/specialism.permissions.ts';
import { bilingualTextPermissions } from './text/bilingual-text.type.ts';
import { userErrorPermissions } from './user-error/user-error.type.ts';

/** The one permission table, field × kind of principal: every slice's lines. The schema, the sheet and the tests hold it. */
export const permissions = joinLines(
  pageInfoPermissions,
  bilingualTextPermissions,
  userErrorPermissions,
  campaignPermissions,
  connectionPermissions('Campaign'),
  noticePermissions,
  schoolPermissions,
  specialismPermissions,
);
