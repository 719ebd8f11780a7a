import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AcceptInvitationResolver } from './account-hats/accept-invitation.resolver.ts';
import { AccountResolver } from './account-hats/account.resolver.ts';
import { LoginSessionResolver } from './account-hats/login-session.resolver.ts';
import { PreviewResolver } from './admissibility/preview.resolver.ts';
import { ApplicationResolver } from './application/application.resolver.ts';
import { ApplicationActsResolver } from './application/application-acts.resolver.ts';
import { SectionActsResolver } from './application/section/section-acts.resolver.ts';
import { AssignmentActsResolver } from './assignment/assignment-acts.resolver.ts';
import { ProposalResolver, ProposedAssignmentResolver } from './assignment/proposal.resolver.ts';
import { CandidacyReadersResolver, ReadersResolver } from './assignment/readers.resolver.ts';
import { AuditEntryResolver } from './audit/audit-entry.resolver.ts';
import { SchoolAuditResolver } from './audit/school-audit.resolver.ts';
import { BreakGlassResolver, BrokenDossierResolver, OwnBreakGlassesResolver } from './break-glass/break-glass.resolver.ts';
import { ConsortiumReadingResolver, ConsortiumReadingsResolver } from './break-glass/consortium-reading.resolver.ts';
import { BulkActResolver, BulkOutcomeResolver, BulkPreviewResolver } from './bulk-act/bulk-act.resolver.ts';
import { BulkActsResolver } from './bulk-act/bulk-acts.resolver.ts';
import { CampaignMemberResolver, CampaignResolver } from './campaign/campaign.resolver.ts';
import { CandidacyResolver } from './candidacy/candidacy.resolver.ts';
import { AccessLogResolver, CandidateAccessLogResolver } from './candidate/access-log.resolver.ts';
import { CandidateResolver } from './candidate/candidate.resolver.ts';
import { ChoiceResolver } from './choice/choice.resolver.ts';
import { withCarried } from './connection/carried.ts';
import { CampaignActsResolver } from './consortium/campaign-acts.resolver.ts';
import { CampaignSetupResolver, MemberSetupResolver } from './consortium/campaign-setup.resolver.ts';
import { ConsortiumDeskResolver } from './consortium/consortium-desk.resolver.ts';
import { MembersResolver } from './consortium/members.resolver.ts';
import { QueueResolver } from './desk/queue.resolver.ts';
import { SchoolDeskResolver } from './desk/school-desk.resolver.ts';
import { DossierResolver } from './dossier/dossier.resolver.ts';
import { StudyYearResolver } from './dossier/study-year.resolver.ts';
import { ExportActsResolver, ExportJobResolver, ExportsResolver } from './export/export.resolver.ts';
import { FreeInstitutionResolver, FreeInstitutionsResolver } from './free-institution/free-institution.resolver.ts';
import { SpellingActsResolver } from './free-institution/spelling-acts.resolver.ts';
import { InstitutionResolver } from './institution/institution.resolver.ts';
import { JobResolver } from './job/job.resolver.ts';
import { ApiKeyResolver } from './key/api-key.resolver.ts';
import { CandidacyLabelsResolver, LabelListResolver } from './label/label.resolver.ts';
import { LabelActsResolver } from './label/label-acts.resolver.ts';
import { RateLimitResolver } from './limits/rate-limit.resolver.ts';
import { MailDeliveryResolver } from './mail-delivery/mail-delivery.resolver.ts';
import { AdministratorResolver, AdministratorsResolver } from './membership/administrators.resolver.ts';
import { DeskInvitationsResolver, InvitationResolver } from './membership/invitation.resolver.ts';
import { MembershipResolver } from './membership/membership.resolver.ts';
import { MembershipActsResolver } from './membership/membership-acts.resolver.ts';
import { withConcreteTypes } from './node/concrete-types.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { nodeTypeOf } from './node/node.type.ts';
import { withNodeIds } from './node/node-ids.ts';
import { CandidacyNotesResolver, NoteResolver } from './note/note.resolver.ts';
import { NoteActsResolver } from './note/note-acts.resolver.ts';
import { NoticeResolver } from './notice/notice.resolver.ts';
import { NoticeActsResolver } from './notice/notice-acts.resolver.ts';
import { NoticeDraftResolver } from './notice/notice-draft.resolver.ts';
import { OpeningResolver, SchoolOpeningsResolver } from './opening/opening.resolver.ts';
import { shielded } from './permissions/shield.ts';
import { permissions } from './permissions.ts';
import { ReadingDeskResolver, ReadingResolver } from './reading/reading.resolver.ts';
import { ReferenceDataResolver } from './reference-data/reference-data.resolver.ts';
import { SaveSpecialismResolver } from './reference-data/save-specialism.resolver.ts';
import { withRootWords } from './root-words.ts';
import { SaveSchoolResolver } from './school/save-school.resolver.ts';
import { CopyCampaignResolver } from './season/copy-campaign.resolver.ts';
import { validateArgument } from './text/validated-argument.ts';
import { SchoolTotalsResolver, TotalsResolver } from './totals/totals.resolver.ts';
import { DeadlinePassedType, RefusalType, StaleVersionType, userErrorTypeOf } from './user-error/user-error.type.ts';
import { ViewListResolver, ViewResolver } from './view/view.resolver.ts';
import { ViewActsResolver } from './view/view-acts.resolver.ts';

/** Every resolver of every slice. */
const resolvers = [
  CampaignResolver,
  CampaignMemberResolver,
  NoticeResolver,
  ApiKeyResolver,
  ApplicationResolver,
  ApplicationActsResolver,
  SectionActsResolver,
  CandidateResolver,
  ChoiceResolver,
  AccessLogResolver,
  CandidateAccessLogResolver,
  PreviewResolver,
  AccountResolver,
  LoginSessionResolver,
  AuditEntryResolver,
  SchoolAuditResolver,
  BreakGlassResolver,
  BrokenDossierResolver,
  OwnBreakGlassesResolver,
  ConsortiumReadingResolver,
  ConsortiumReadingsResolver,
  AssignmentActsResolver,
  ProposalResolver,
  ProposedAssignmentResolver,
  CandidacyReadersResolver,
  ReadersResolver,
  BulkActResolver,
  BulkOutcomeResolver,
  BulkPreviewResolver,
  BulkActsResolver,
  CandidacyResolver,
  DossierResolver,
  LabelListResolver,
  LabelActsResolver,
  CandidacyLabelsResolver,
  CandidacyNotesResolver,
  NoteResolver,
  NoteActsResolver,
  ViewListResolver,
  ViewResolver,
  ViewActsResolver,
  MembershipResolver,
  MembershipActsResolver,
  InvitationResolver,
  DeskInvitationsResolver,
  AcceptInvitationResolver,
  AdministratorResolver,
  AdministratorsResolver,
  NodeResolver,
  NoticeActsResolver,
  NoticeDraftResolver,
  QueueResolver,
  ReadingDeskResolver,
  ReadingResolver,
  SaveSchoolResolver,
  SchoolDeskResolver,
  ExportActsResolver,
  ExportJobResolver,
  ExportsResolver,
  OpeningResolver,
  SchoolOpeningsResolver,
  InstitutionResolver,
  RateLimitResolver,
  ReferenceDataResolver,
  CampaignActsResolver,
  CopyCampaignResolver,
  JobResolver,
  FreeInstitutionResolver,
  FreeInstitutionsResolver,
  SpellingActsResolver,
  StudyYearResolver,
  MailDeliveryResolver,
  CampaignSetupResolver,
  MemberSetupResolver,
  ConsortiumDeskResolver,
  MembersResolver,
  SaveSpecialismResolver,
  SchoolTotalsResolver,
  TotalsResolver,
] as const;

/** What a row may carry: read with it, in the same statement. */
const carriedFields = ['Candidacy.labels', 'Candidacy.notes', 'Candidacy.receivedAt', 'Candidacy.openedAt'] as const;

/** The contract without its guard, as it is printed. */
export const bareSchema = async (): Promise<GraphQLSchema> => {
  const schema = await buildSchema({
    resolvers,
    // No field answers with these until the first mutation does; the contract names them all the same.
    orphanedTypes: [RefusalType, DeadlinePassedType, StaleVersionType],
    validateFn: validateArgument,
    emitSchemaFile: false,
  });
  const told = withCarried(withRootWords(schema), carriedFields);
  return withConcreteTypes(withNodeIds(told), { Node: nodeTypeOf, UserError: userErrorTypeOf });
};

/** The schema as it is served: the permission table stands before every resolver. */
export const servedSchema = async (): Promise<GraphQLSchema> => shielded(await bareSchema(), permissions);
