import { Application, FreeInstitution, Recall, Snapshot, SpecialArrangement } from '../application/application.table.ts';
import { Choice, Filing, Preference, Withdrawal } from '../application/choice.table.ts';
import { ReaderProfile, ReaderSpecialism } from '../assignment/reader-profile.table.ts';
import { Audit, AuditPerson } from '../audit/audit.table.ts';
import { AuditChain, AuditPersonChain } from '../audit/audit-chain.table.ts';
import { BreakGlass } from '../break-glass/break-glass.table.ts';
import { BulkAct, BulkActItem } from '../bulk-act/bulk-act.table.ts';
import { Campaign } from '../campaign/campaign.table.ts';
import { CampaignMember } from '../campaign/campaign-member.table.ts';
import { DeadlineMove } from '../campaign/deadline-move.table.ts';
import { Candidacy } from '../candidacy/candidacy.table.ts';
import { DossierContent, DossierHead, DossierIdentity, DossierSpecialism } from '../candidacy/dossier.table.ts';
import { Assignment, Opening } from '../candidacy/opening.table.ts';
import { Candidate } from '../candidate/candidate.table.ts';
import { DisclosedChoices } from '../disclosure/disclosed-choices.table.ts';
import { ExportChunk, ExportJob } from '../export/export.table.ts';
import { JobPass, JobRun } from '../job/job.table.ts';
import { ApiKey, ApiKeySecret, ApiKeyUse } from '../key/key.table.ts';
import { CandidacyLabel, Label } from '../label/label.table.ts';
import { InvitationDelivery } from '../mail/invitation-delivery.table.ts';
import { MailDelivery } from '../mail/mail-delivery.table.ts';
import {
  ConsortiumInvitation,
  ConsortiumRight,
  Invitation,
  InvitationAcceptance,
  Membership,
} from '../membership/membership.table.ts';
import { Note, NoteVersion } from '../note/note.table.ts';
import { NoticeDraft, NoticeVersion } from '../notice/notice.table.ts';
import { Idempotency, Outbox } from '../outbox/outbox.table.ts';
import { Person } from '../person/person.table.ts';
import { InstitutionAlias, SpellingDismissal } from '../reference-data/institution-alias.table.ts';
import { Country, Institution, Mention, Specialism } from '../reference-data/reference-data.table.ts';
import { School } from '../school/school.table.ts';
import { CampaignTotals, CampaignTotalsDelta, Totals, TotalsDelta } from '../totals/totals.table.ts';
import { SavedView } from '../view/view.table.ts';

/** Every table, listed: the running service discovers none by itself. */
export const tables = [
  School,
  Campaign,
  CampaignMember,
  DeadlineMove,
  Country,
  Institution,
  Mention,
  Specialism,
  NoticeDraft,
  NoticeVersion,
  Membership,
  ConsortiumRight,
  Invitation,
  ConsortiumInvitation,
  InvitationAcceptance,
  Person,
  Candidate,
  Application,
  SpecialArrangement,
  FreeInstitution,
  Snapshot,
  Recall,
  Candidacy,
  DossierHead,
  DossierSpecialism,
  DossierIdentity,
  DossierContent,
  Filing,
  Choice,
  Preference,
  Withdrawal,
  DisclosedChoices,
  Opening,
  ReaderProfile,
  ReaderSpecialism,
  BulkAct,
  BulkActItem,
  Assignment,
  Label,
  CandidacyLabel,
  Note,
  NoteVersion,
  SavedView,
  TotalsDelta,
  Totals,
  CampaignTotalsDelta,
  CampaignTotals,
  Idempotency,
  Outbox,
  Audit,
  AuditPerson,
  AuditChain,
  AuditPersonChain,
  BreakGlass,
  ApiKey,
  ApiKeySecret,
  ApiKeyUse,
  JobRun,
  JobPass,
  MailDelivery,
  InvitationDelivery,
  InstitutionAlias,
  SpellingDismissal,
  ExportJob,
  ExportChunk,
];
