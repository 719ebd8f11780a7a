import { type CampaignState, isLate } from './campaign.ts';

/** What one school must have set up before dossiers can reach it. */
export interface SchoolSetupFacts {
  readonly slug: string;
  readonly specialismCount: number;
  /** Whether the intake plan has an entry for the campaign's own route; seats "not published" are an entry too. */
  readonly hasIntakeEntry: boolean;
  readonly contact: { readonly name: string; readonly telephone: string | null; readonly email: string | null } | null;
  readonly adminCount: number;
}

/** What the consortium must have set up before a campaign opens. */
export interface CampaignSetupFacts {
  readonly state: CampaignState;
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly members: Iterable<SchoolSetupFacts>;
}

/** Why a school is not complete; bears the school's slug. */
export interface SchoolSetupObjection {
  readonly reason: 'MISSING_SPECIALISMS' | 'MISSING_SEATS' | 'MISSING_CONTACT' | 'MISSING_ADMIN';
  readonly school: string;
}

/** Why a campaign cannot open. */
export type OpeningObjection =
  | { readonly reason: 'NOT_IN_THIS_STATE'; readonly state: CampaignState }
  | { readonly reason: 'NO_MEMBER' | 'CLOSES_BEFORE_OPENING' }
  | { readonly reason: 'DEADLINE_PASSED'; readonly closedAt: Temporal.Instant }
  | SchoolSetupObjection;

/** A school joins, and a campaign opens, only when specialisms, seats, contact and an administrator are there (decided per consortium). */
export function objectionsToJoining(school: SchoolSetupFacts): SchoolSetupObjection[] {
  const missing: SchoolSetupObjection['reason'][] = [];
  if (school.specialismCount === 0) missing.push('MISSING_SPECIALISMS');
  if (!school.hasIntakeEntry) missing.push('MISSING_SEATS');
  if (!isReachable(school.contact)) missing.push('MISSING_CONTACT');
  if (school.adminCount === 0) missing.push('MISSING_ADMIN');
  return missing.map((reason) => ({ reason, school: school.slug }));
}

/** A campaign opens from DRAFT, with a deadline ahead of now and complete member schools; every objection is listed at once. */
export function objectionsToOpening(setup: CampaignSetupFacts, asOf: Temporal.Instant): OpeningObjection[] {
  const { state, opensAt, closesAt } = setup;
  const members = [...setup.members];
  const objections: OpeningObjection[] = [];
  if (state !== 'DRAFT') objections.push({ reason: 'NOT_IN_THIS_STATE', state });
  if (members.length === 0) objections.push({ reason: 'NO_MEMBER' });
  if (Temporal.Instant.compare(closesAt, opensAt) <= 0) objections.push({ reason: 'CLOSES_BEFORE_OPENING' });
  if (isLate(asOf, closesAt)) objections.push({ reason: 'DEADLINE_PASSED', closedAt: closesAt });
  return [...objections, ...members.flatMap(objectionsToJoining)];
}

/** A school leaves a campaign only while it holds no candidacy, withdrawn ones included: each is somebody's file. */
export const objectionsToLeaving = ({ candidacyCount }: { readonly candidacyCount: number }) =>
  candidacyCount > 0 ? [{ reason: 'HOLDS_CANDIDACIES' } as const] : [];

/** A contact has a name, and a telephone number or an address. */
const isReachable = (contact: SchoolSetupFacts['contact']): boolean =>
  isGiven(contact?.name) && (isGiven(contact?.telephone) || isGiven(contact?.email));

const isGiven = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';
