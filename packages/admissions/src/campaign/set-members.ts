import type { CampaignSetup, MemberSetup } from '@guichet/database/campaign/campaign-setup.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { readSchoolTotals } from '@guichet/database/totals/school-totals.read';
import { type MembershipObjection, objectionsToMembers } from '@guichet/domain/campaign/campaign-membership';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { freeze } from '../notice/freeze.ts';
import type { Outcome } from '../once.ts';
import { actOnCampaign, type CampaignAct, type StaleVersion } from './act-on-campaign.ts';
import { beginNotice } from './begin-notice.ts';

export interface SetMembersInput extends CampaignAct {
  /** The members from now on, whole. */
  readonly schoolIds: readonly string[];
}

export type MembersRefusal =
  | StaleVersion
  | MembershipObjection
  | { readonly reason: 'NAMED_TWICE'; readonly path: readonly string[] };

/** Says who takes part: who is not named leaves, who is new joins, and into an open campaign with its notice frozen at once. */
export const setMembers = (work: Work, input: SetMembersInput): Promise<Outcome<MembersRefusal>> =>
  actOnCampaign<MembersRefusal, SetMembersInput>(
    work,
    { operation: 'setMembers', act: 'CAMPAIGN_MEMBERS_CHANGED', input, also: input.schoolIds },
    async (setup) => {
      const { joining, leaving } = change(setup, input.schoolIds);
      const refused = [...namedTwice(input.schoolIds), ...(await objections(work, setup, { joining, leaving }))];
      if (refused.length > 0) return refused;
      for (const school of joining) await join(work, setup, school);
      for (const school of leaving) if (!(await leave(work, setup, school))) return [holds(school)];
      return [];
    },
  );

interface Change {
  readonly joining: readonly MemberSetup[];
  readonly leaving: readonly MemberSetup[];
}

function change({ members, preparing }: CampaignSetup, schoolIds: readonly string[]): Change {
  const named = new Set(schoolIds);
  const known = new Set([...members, ...preparing].map(({ schoolId }) => schoolId));
  if (schoolIds.some((id) => !known.has(id))) throw new NotFound();
  return {
    joining: preparing.filter(({ schoolId }) => named.has(schoolId)),
    leaving: members.filter(({ schoolId }) => !named.has(schoolId)),
  };
}

const namedTwice = (ids: readonly string[]): MembersRefusal[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ reason: 'NAMED_TWICE' as const, path: ['schoolIds', String(index)] }] : [],
  );

async function objections({ db }: Work, { id, state, members }: CampaignSetup, { joining, leaving }: Change) {
  const totals = leaving.length > 0 ? await readSchoolTotals(db, id) : [];
  const counted = leaving.map(({ schoolId, slug }) => ({
    slug,
    candidacyCount: totals.filter((total) => total.schoolId === schoolId).reduce((sum, { count }) => sum + count, 0),
  }));
  const memberCount = members.length + joining.length - leaving.length;
  return objectionsToMembers({ state, joining, leaving: counted, memberCount });
}

async function join(work: Work, { id, state, requiredEcts }: CampaignSetup, { schoolId, rules, inForce }: MemberSetup) {
  await sql`insert into app.campaign_member (school_id, campaign_id) values (${schoolId}, ${id})`.execute(work.db);
  await beginNotice(work, { campaignId: id, schoolId, requiredEcts });
  if (state === 'OPEN') {
    const first = { ...rules, number: inForce + 1, requiredEcts };
    await freeze(work, { campaignId: id, schoolId, rules: first, reason: 'Entrée dans la campagne' });
  }
  await tracePerson(work, 'SCHOOL_JOINED', schoolId);
}

/** False when a candidacy arrived since the counts were read: the key from candidacies to members keeps the school. */
async function leave(work: Work, { id }: CampaignSetup, { schoolId }: MemberSetup): Promise<boolean> {
  try {
    await sql`delete from app.campaign_member where school_id = ${schoolId} and campaign_id = ${id}`.execute(work.db);
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return false;
    throw error;
  }
  await tracePerson(work, 'SCHOOL_LEFT', schoolId);
  return true;
}

const holds = ({ slug }: MemberSetup): MembersRefusal => ({ reason: 'HOLDS_CANDIDACIES', school: slug });
