import { readGivenCodes } from '@guichet/database/application/given-codes.read';
import { type CampaignFacts, type MemberFacts, readCampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import {
  type Objection,
  type Outcome,
  objectionsTo,
  outcomeOf,
  type StudyFacts,
} from '@guichet/domain/admissibility/admissibility';

/** What somebody tells of themselves before any account; nothing of it is stored. */
export interface PreviewAdmissibility {
  readonly campaignId: string;
  readonly studies: readonly StudyFacts[];
  /** Code of a national mention; null for a foreign or free title. */
  readonly mentionCode: string | null;
  readonly title: string | null;
  readonly isPartnerStudent: boolean;
}

export type PreviewObjection = Objection | { readonly reason: 'PARTNER_STUDENT' };

/** What one school's notice would answer. */
export interface SchoolPreview {
  readonly member: MemberFacts;
  readonly outcome: Outcome | 'TO_COMPLETE';
  readonly objections: readonly PreviewObjection[];
  /** Its specialisms that admit the mention told; none for a foreign or free title. */
  readonly specialismIds: readonly string[];
}

/** A code of no list: the caller's argument, not a dossier's fault. */
class UnknownMention extends Error {
  override readonly name = 'Refusal';
  readonly code = 'BAD_USER_INPUT';
  readonly argument = 'input.mentionCode';
}

/** Would I be admissible? The same answer as in a dossier, school by school, for any specialism of each. */
export async function previewAdmissibility(work: Work, told: PreviewAdmissibility): Promise<readonly SchoolPreview[]> {
  const campaign = await readCampaignFacts(work.db, told.campaignId);
  if (!campaign) throw new NotFound();
  const { unknownMentions } = await readGivenCodes(work.db, { mentions: told.mentionCode === null ? [] : [told.mentionCode] });
  if (unknownMentions.length > 0) throw new UnknownMention('Unknown mention');
  return campaign.members.map((member) => previewAt(member, { told, campaign, asOf: work.asOf }));
}

interface Told {
  readonly told: PreviewAdmissibility;
  readonly campaign: CampaignFacts;
  readonly asOf: Temporal.Instant;
}

function previewAt(member: MemberFacts, { told, campaign, asOf }: Told): SchoolPreview {
  const { mentionCode, title, studies } = told;
  const admitting = member.notice.specialisms.filter(({ admittedMentions }) => admittedMentions.includes(mentionCode ?? ''));
  const found = { member, specialismIds: admitting.map(({ id }) => id) };
  // Students of partner institutions use the international sessions, whatever a notice says.
  if (told.isPartnerStudent) return { ...found, outcome: 'INADMISSIBLE', objections: [{ reason: 'PARTNER_STUDENT' }] };
  if (studies.length === 0 || (mentionCode ?? title) === null) return { ...found, outcome: 'TO_COMPLETE', objections: [] };
  // One specialism that admits is enough; when none does, one objection says so for all.
  const [judged = member.notice.specialisms[0]] = admitting;
  const dossier = {
    submittedAt: null,
    closesAt: campaign.closesAt,
    entryYear: campaign.entryYear,
    mention: mentionCode,
    specialisms: judged ? [judged.id] : [],
    studies,
  };
  const objections = objectionsTo(dossier, member.notice, asOf);
  return { ...found, outcome: outcomeOf(objections), objections };
}
