import type DataLoader from 'dataloader';
import { ownApplication } from '../application/application.loaders.ts';
import { auditEntryById } from '../audit/audit-entry.loaders.ts';
import { breakGlassById } from '../break-glass/break-glass.loaders.ts';
import { bulkActById } from '../bulk-act/bulk-act.loaders.ts';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { candidacyById } from '../candidacy/candidacy.loaders.ts';
import { ownCandidate } from '../candidate/candidate.loaders.ts';
import { ownChoice } from '../choice/choice.loaders.ts';
import { consortiumEntryById, consortiumPersonById } from '../consortium/consortium-entry.loaders.ts';
import { notFound } from '../errors/refused.ts';
import { exportById } from '../export/export.loaders.ts';
import { freeInstitutionById } from '../free-institution/free-institution.loaders.ts';
import { institutionById } from '../institution/institution.loaders.ts';
import { jobById } from '../job/job.loaders.ts';
import { apiKeyById } from '../key/api-key.loaders.ts';
import { labelById } from '../label/label.loaders.ts';
import { mailDeliveryById } from '../mail-delivery/mail-delivery.loaders.ts';
import { invitationById } from '../membership/invitation.loaders.ts';
import { memberById } from '../membership/membership.loaders.ts';
import { noteById } from '../note/note.loaders.ts';
import { noticeById } from '../notice/notice.loaders.ts';
import {
  allow,
  candidate,
  consortium,
  eitherOf,
  keyWith,
  type Permission,
  reviewer,
  school,
  schoolAdmin,
  schoolOfficer,
  schoolQueue,
} from '../permissions/permission.ts';
import type { Context } from '../principal/request-context.ts';
import { readingById } from '../reading/reading.loaders.ts';
import { schoolById } from '../school/school.loaders.ts';
import { specialismById } from '../specialism/specialism.loaders.ts';
import { viewById } from '../view/view.loaders.ts';

/** How a type is fetched by id: by whom, and with which rows, read under the caller's own role. */
export interface Fetcher {
  readonly by: Permission;
  readonly fetch: (context: Context, uuid: string) => Promise<{ readonly id: string }>;
}

const rowsOf = <Row extends { readonly id: string }>(
  by: Permission,
  loader: (context: Context) => DataLoader<string, Row>,
): Fetcher => ({ by, fetch: (context, uuid) => loader(context).load(uuid) });

const ownOf = <Row extends { readonly id: string }>(read: (context: Context, uuid: string) => Promise<Row | null>): Fetcher => ({
  by: candidate,
  fetch: async (context, uuid) => (await read(context, uuid)) ?? Promise.reject(notFound()),
});

/** Colleagues and their acts: a school's own, or the consortium's own. */
const withinOwn = <Row extends { readonly id: string }>(
  ofSchool: (context: Context) => DataLoader<string, Row>,
  ofConsortium: (context: Context) => DataLoader<string, Row>,
): Fetcher => ({
  by: eitherOf(schoolQueue, consortium),
  fetch: (context, uuid) => (context.hat?.kind === 'CONSORTIUM' ? ofConsortium : ofSchool)(context).load(uuid),
});

/** Every type that `node` fetches; a type is authorised by its own line, whatever the interface it is asked through. */
export const fetchers: Readonly<Record<string, Fetcher>> = {
  Campaign: rowsOf(allow, campaignById),
  School: rowsOf(allow, schoolById),
  ExportJob: rowsOf(eitherOf(schoolQueue, keyWith('EXPORTS_READ')), exportById),
  Institution: rowsOf(allow, institutionById),
  Notice: rowsOf(allow, noticeById),
  Specialism: rowsOf(allow, specialismById),
  Candidacy: rowsOf(eitherOf(school, keyWith('CANDIDACIES_READ')), candidacyById),
  Dossier: {
    by: eitherOf(school, keyWith('CANDIDACIES_READ')),
    fetch: async (context, uuid) => (await candidacyById(context).load(uuid)).dossier,
  },
  Reading: rowsOf(reviewer, readingById),
  BulkAct: rowsOf(schoolOfficer, bulkActById),
  Candidate: ownOf(ownCandidate),
  Application: ownOf((context, uuid) => ownApplication(context, { ids: [uuid] })),
  Choice: ownOf(ownChoice),
  Label: rowsOf(eitherOf(schoolQueue, keyWith('LABELS_READ')), labelById),
  View: rowsOf(eitherOf(schoolQueue, keyWith('VIEWS_READ')), viewById),
  Note: rowsOf(eitherOf(schoolOfficer, keyWith('NOTES_READ')), noteById),
  Job: rowsOf(consortium, jobById),
  FreeInstitution: rowsOf(consortium, freeInstitutionById),
  MailDelivery: rowsOf(consortium, mailDeliveryById),
  Membership: rowsOf(schoolQueue, memberById),
  Invitation: rowsOf(eitherOf(schoolAdmin, consortium), invitationById),
  Administrator: rowsOf(consortium, consortiumPersonById),
  // A person is its name alone, whatever else the row holds.
  Person: withinOwn<{ readonly id: string }>(memberById, consortiumPersonById),
  ApiKey: rowsOf(schoolAdmin, apiKeyById),
  BreakGlass: rowsOf(consortium, breakGlassById),
  AuditEntry: withinOwn(auditEntryById, consortiumEntryById),
};
