import 'reflect-metadata';
import { accountPermissions } from './account-hats/account.permissions.ts';
import { previewPermissions } from './admissibility/preview.permissions.ts';
import { applicationPermissions } from './application/application.permissions.ts';
import { assignmentPermissions } from './assignment/assignment.permissions.ts';
import { auditEntryPermissions } from './audit/audit-entry.permissions.ts';
import { breakGlassPermissions } from './break-glass/break-glass.permissions.ts';
import { bulkActPermissions } from './bulk-act/bulk-act.permissions.ts';
import { campaignPermissions } from './campaign/campaign.permissions.ts';
import { candidacyPermissions } from './candidacy/candidacy.permissions.ts';
import { candidatePermissions } from './candidate/candidate.permissions.ts';
import { choicePermissions } from './choice/choice.permissions.ts';
import { connectionPermissions } from './connection/connection.type.ts';
import { pageInfoPermissions } from './connection/page-info.type.ts';
import { consortiumPermissions } from './consortium/consortium.permissions.ts';
import { deskPermissions } from './desk/desk.permissions.ts';
import { dossierPermissions } from './dossier/dossier.permissions.ts';
import { dossierPartsPermissions } from './dossier/dossier-parts.permissions.ts';
import { exportPermissions } from './export/export.permissions.ts';
import { freeInstitutionPermissions } from './free-institution/free-institution.permissions.ts';
import { institutionPermissions } from './institution/institution.permissions.ts';
import { jobPermissions } from './job/job.permissions.ts';
import { apiKeyPermissions } from './key/api-key.permissions.ts';
import { labelPermissions } from './label/label.permissions.ts';
import { rateLimitPermissions } from './limits/rate-limit.resolver.ts';
import { mailDeliveryPermissions } from './mail-delivery/mail-delivery.permissions.ts';
import { membershipPermissions } from './membership/membership.permissions.ts';
import { nodePermissions } from './node/node.permissions.ts';
import { notePermissions } from './note/note.permissions.ts';
import { noticePermissions } from './notice/notice.permissions.ts';
import { openingPermissions } from './opening/opening.permissions.ts';
import { joinLines } from './permissions/coverage.ts';
import { readingPermissions } from './reading/reading.permissions.ts';
import { referenceDataPermissions } from './reference-data/reference-data.permissions.ts';
import { schoolPermissions } from './school/school.permissions.ts';
import { specialismPermissions } from './specialism/specialism.permissions.ts';
import { bilingualTextPermissions } from './text/bilingual-text.type.ts';
import { userErrorPermissions } from './user-error/user-error.type.ts';
import { viewPermissions } from './view/view.permissions.ts';

/** The one permission table, field × kind of principal: every slice's lines. The schema, the sheet and the tests hold it. */
export const permissions = joinLines(
  pageInfoPermissions,
  bilingualTextPermissions,
  userErrorPermissions,
  breakGlassPermissions,
  campaignPermissions,
  connectionPermissions('Campaign'),
  noticePermissions,
  schoolPermissions,
  specialismPermissions,
  applicationPermissions,
  candidatePermissions,
  choicePermissions,
  previewPermissions,
  dossierPartsPermissions,
  accountPermissions,
  apiKeyPermissions,
  auditEntryPermissions,
  assignmentPermissions,
  bulkActPermissions,
  candidacyPermissions,
  deskPermissions,
  dossierPermissions,
  labelPermissions,
  notePermissions,
  viewPermissions,
  membershipPermissions,
  nodePermissions,
  readingPermissions,
  exportPermissions,
  openingPermissions,
  institutionPermissions,
  rateLimitPermissions,
  referenceDataPermissions,
  consortiumPermissions,
  jobPermissions,
  freeInstitutionPermissions,
  mailDeliveryPermissions,
);
