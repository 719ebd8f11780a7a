/** Kinds of principal, in the order of the columns below. */
export const kinds = ['nobody', 'candidate', 'observer', 'officer', 'admin', 'reviewer', 'key', 'consortium'] as const;
export type Kind = (typeof kinds)[number];

/** all; own: of one's own school, or one's own self; received: of who filed at one's school; assigned, broken: that dossier alone. */
export type Rule = 'all' | 'own' | 'received' | 'assigned' | 'broken' | '-';

/** What may be read by whom, class by class: the only part of the matrix that is written by hand. */
const written = `
 class               | nobody | candidate | observer | officer  | admin    | reviewer | key      | consortium
 public facts        | all    | all       | all      | all      | all      | all      | all      | all
 campaign in making  | -      | -         | all      | all      | all      | -        | -        | all
 account             | -      | own       | own      | own      | own      | own      | -        | own
 candidate's own     | -      | own       | -        | -        | -        | -        | -        | -
 institution typed   | -      | own       | received | received | received | assigned | received | all
 received identity   | -      | own       | received | received | received | assigned | received | broken
 received content    | -      | own       | -        | received | received | assigned | received | broken
 candidacy           | -      | own       | received | received | received | assigned | received | broken
 other choices       | -      | -         | received | received | received | assigned | received | -
 reading trace       | -      | own       | own      | own      | own      | own      | own      | own
 school's work       | -      | -         | own      | own      | own      | -        | own      | -
 notes               | -      | -         | -        | own      | own      | -        | own      | -
 school's readers    | -      | -         | own      | own      | own      | own      | own      | -
 school's people     | -      | -         | own      | own      | own      | own      | own      | -
 school's doors      | -      | -         | -        | -        | own      | -        | -        | -
 school's keys       | -      | -         | own      | own      | own      | -        | own      | -
 school's exports    | -      | -         | own      | own      | own      | -        | own      | -
 notice in making    | -      | -         | -        | -        | own      | -        | -        | all
 school's trail      | -      | -         | own      | own      | own      | -        | -        | -
 break-glass         | -      | -         | -        | -        | own      | -        | -        | all
 counts              | -      | -         | own      | own      | own      | -        | own      | all
 consortium's own    | -      | -         | -        | -        | -        | -        | -        | all
 plumbing            | -      | -         | -        | -        | -        | -        | -        | -`;

interface Members {
  readonly tables: string;
  readonly types: string;
  /** Kinds whose acts may move rows of their own among these. */
  readonly movedBy: string;
}

/** Which tables and types are of which class, and who changes them; what stands in none fails the build. */
export const members: Readonly<Record<string, Members>> = {
  'public facts': {
    tables: 'school campaign campaign_member deadline_move notice_version specialism country institution mention',
    types: `School Campaign CampaignMember Milestone Notice NoticeArticle IntakeEntry Specialism SpecialismSeats Institution Country Mention
      BilingualText AdmissionsContact SchoolPreview Question PageInfo RateLimit Refusal DeadlinePassed StaleVersion MissingItem Objection`,
    movedBy: 'admin consortium',
  },
  'campaign in making': { tables: '', types: '', movedBy: '' },
  account: {
    tables: 'person',
    types: 'Account Hat LoginSession',
    movedBy: 'candidate observer officer admin reviewer consortium',
  },
  "candidate's own": {
    tables: 'candidate application special_arrangement snapshot recall filing choice preference withdrawal',
    types: 'Candidate Application Choice Section SubmissionReview SpecialArrangements TimelineEntry',
    movedBy: 'candidate',
  },
  'institution typed': { tables: 'free_institution', types: '', movedBy: 'candidate' },
  'received identity': { tables: 'dossier_identity', types: 'Identity Contact', movedBy: 'candidate' },
  'received content': {
    tables: 'dossier_content',
    types: 'StudyYear Qualification Answer BrokenDossier',
    movedBy: 'candidate',
  },
  candidacy: {
    tables: 'candidacy dossier_head dossier_specialism',
    types: 'Candidacy Dossier Neighbours Reading ReadingDesk',
    movedBy: 'candidate officer admin key',
  },
  // Nobody's act moves them: the clock's does, once a campaign is over.
  'other choices': { tables: 'disclosed_choices', types: 'OtherSchools', movedBy: '' },
  'reading trace': { tables: 'opening', types: 'AccessLog Opening', movedBy: 'officer admin reviewer key' },
  "school's work": {
    tables: 'label candidacy_label saved_view bulk_act bulk_act_item',
    types: 'Label View ViewFilter BulkAct BulkOutcome BulkPreview SchoolDesk QueueCount',
    movedBy: 'observer officer admin key',
  },
  notes: { tables: 'note note_version', types: 'Note NoteVersion', movedBy: 'officer admin key' },
  "school's readers": {
    tables: 'assignment reader_profile reader_specialism',
    types: 'Reader ReaderProfile ProposedAssignment',
    movedBy: 'officer admin',
  },
  "school's people": { tables: 'membership', types: 'Membership Person', movedBy: 'admin observer officer reviewer' },
  "school's doors": {
    tables: 'invitation invitation_acceptance invitation_delivery',
    types: 'Invitation',
    movedBy: 'admin consortium candidate observer officer reviewer',
  },
  "school's keys": { tables: 'api_key api_key_secret api_key_use', types: 'ApiKey', movedBy: 'admin key' },
  "school's exports": { tables: 'export_job export_chunk', types: 'ExportJob ExportFile', movedBy: 'observer officer admin key' },
  'notice in making': { tables: 'notice_draft', types: 'NoticeDraft NoticeChange', movedBy: 'admin consortium' },
  "school's trail": {
    tables: 'audit audit_chain',
    types: 'AuditEntry',
    movedBy: 'candidate observer officer admin reviewer key consortium',
  },
  'break-glass': { tables: 'break_glass', types: 'BreakGlass ConsortiumReading', movedBy: 'consortium' },
  counts: {
    tables: 'totals totals_delta campaign_totals campaign_totals_delta',
    types: 'SchoolTotals StateTotal DayTotal',
    movedBy: 'candidate officer admin key',
  },
  "consortium's own": {
    tables:
      'consortium_right consortium_invitation audit_person audit_person_chain job_run job_pass mail_delivery institution_alias spelling_dismissal',
    types:
      'Administrator CampaignSetup MemberSetup ChecklistItem DeadlineMove ConsortiumDesk Health Job JobPass MailDelivery FreeInstitution InstitutionSuggestion',
    movedBy: 'consortium candidate observer officer admin reviewer',
  },
  plumbing: {
    tables: 'outbox idempotency seal',
    types: '',
    movedBy: 'candidate observer officer admin reviewer key consortium',
  },
};

export const policy: ReadonlyMap<string, Readonly<Record<Kind, Rule>>> = new Map(
  written
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([name = '', ...cells]) => [name, Object.fromEntries(kinds.map((kind, at) => [kind, cells[at]])) as Record<Kind, Rule>]),
);

export const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
