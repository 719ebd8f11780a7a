import type { Team } from './by-a-team.ts';
import { did } from './did.ts';

/** A view of the whole team that filters by everything a view may filter by. */
export async function keepView({ officer, campaignId, readerId, word, specialismIds }: Team): Promise<void> {
  const { desk, institutions } = await officer.read(
    '{ desk { labels { id } } institutions(first: 1) { edges { node { id } } } }',
  );
  const filter = {
    states: ['RECEIVED'],
    specialismIds: specialismIds.slice(0, 1),
    institutionIds: [institutions.edges[0].node.id],
    countries: ['FR'],
    receivedAfter: '2027-01-01T00:00:00Z',
    receivedBefore: '2028-01-01T00:00:00Z',
    isUnopened: false,
    labelIds: [desk.labels[0].id],
    readerId,
    search: 'kny',
  };
  await did(officer, ['saveView', 'view { id }'], { campaignId, name: word('working.view'), filter, isShared: true });
  const unassigned = { campaignId, name: word('working.view'), filter: { isUnassigned: true }, isShared: true };
  await did(officer, ['saveView', 'view { id }'], unassigned);
}

/** With all that the requester may read, so that its bytes hold it. */
export async function askForExports({ officer, campaignId }: Team): Promise<void> {
  await did(officer, ['requestExport', 'exportJob { id }'], { campaignId, format: 'JSON_LINES', withContent: true });
  await did(officer, ['requestExport', 'exportJob { id }'], { campaignId, format: 'CSV' });
}

/** Somebody invited, and somebody whose invitation was taken back. */
export async function invite({ admin, word }: Team): Promise<void> {
  const invited = (name: string) => ({ displayName: name, email: `${name.toLowerCase()}@ecole.example`, functions: ['OFFICER'] });
  await did(admin, ['inviteMember', 'invitation { id }'], invited(word('invitation.invited')));
  const { invitation } = await did(admin, ['inviteMember', 'invitation { id }'], invited(word('invitation.invited')));
  await did(admin, ['revokeInvitation', 'invitation { id }'], { invitationId: invitation.id });
}

/** Seats as nobody announces them yet. */
export async function prepareNotice({ admin, campaignId, number }: Team): Promise<void> {
  const document = `query ($campaign: ID!) { desk { noticeDraft(campaignId: $campaign) { version specialisms { id code } } } }`;
  const { noticeDraft } = (await admin.read(document, { campaign: campaignId })).desk;
  const [{ code }] = noticeDraft.specialisms;
  const seats = number('notice_draft.seats', 'seats');
  await did(admin, ['saveNotice', 'noticeDraft { version }'], {
    campaignId,
    expectedVersion: noticeDraft.version,
    specialismIds: noticeDraft.specialisms.map(({ id }: { id: string }) => id),
    intake: [{ route: 'ASTG3', seats, bySpecialism: [{ code, seats }] }],
  });
}
