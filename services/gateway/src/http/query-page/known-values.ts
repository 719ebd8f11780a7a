/**
 * What stands in braces in the examples, read for whoever asks: the first of each kind that there is. A part of the page's script, after
 * its `read` and `firstOf`.
 */
export const knownValuesScript = `
// No list holds the acts in number: the last one made on this page is kept for the example that takes it back.
let bulkAct;
const keepBulkAct = (answer) => {
  for (const payload of Object.values(answer?.data ?? {})) bulkAct = payload?.bulkAct?.id ?? bulkAct;
  return answer;
};

const campaignPart = async () => {
  const { campaigns } = await read('{ campaigns(first: 20) { edges { node { id slug state members { school { id slug } notice { specialisms { id } } } } } } }');
  const all = (campaigns?.edges ?? []).map(({ node }) => node);
  const campaign = all.find(({ state }) => state === 'OPEN') ?? all[0];
  const [one, two, three] = campaign?.members ?? [];
  return {
    campaign: campaign?.id, campaignSlug: campaign?.slug, school: one?.school.id, otherSchool: two?.school.id, thirdSchool: three?.school.id,
    schoolSlug: one?.school.slug, specialism: one?.notice?.specialisms[0]?.id, otherSpecialism: two?.notice?.specialisms[0]?.id,
  };
};
const parts = {
  account: async () => {
    const { account } = await read('{ account { loginSessions { id isCurrent } } }');
    return { loginSession: account?.loginSessions.find(({ isCurrent }) => !isCurrent)?.id };
  },
  candidate: async (campaign) => {
    const { me } = await read('{ me { application(campaignId: "' + campaign + '") { id version submission { statementDigest } } } }');
    const own = me?.application;
    return { application: own?.id, applicationVersion: own?.version, statementDigest: own?.submission.statementDigest };
  },
  school: async (campaign) => {
    const { desk } = await read('{ desk { candidacies(campaignId: "' + campaign + '", first: 1) { edges { node { id dossier { identity { lastName } } notes(first: 20) { edges { node { id version removedAt } } } } } } labels { id version } views(campaignId: "' + campaign + '") { id version } readers(campaignId: "' + campaign + '") { profile { version person { id } } } exports(first: 1) { edges { node { id } } } } }');
    const candidacy = firstOf(desk?.candidacies);
    const note = candidacy?.notes?.edges.find(({ node }) => node.removedAt === null)?.node;
    const reader = desk?.readers?.[0]?.profile;
    return {
      candidacy: candidacy?.id, lastName: candidacy?.dossier.identity?.lastName, note: note?.id, noteVersion: note?.version, reader: reader?.person.id, readerVersion: reader?.version,
      label: desk?.labels?.[0]?.id, labelVersion: desk?.labels?.[0]?.version, view: desk?.views?.[0]?.id, viewVersion: desk?.views?.[0]?.version, exportJob: firstOf(desk?.exports)?.id, bulkAct,
    };
  },
  'school-admin': async (campaign) => {
    const { desk } = await read('{ desk { school { version } members { id version functions } apiKeys { id version revokedAt } candidacies(campaignId: "' + campaign + '", first: 1) { edges { node { id } } } invitations(first: 20) { edges { node { id state } } } noticeDraft(campaignId: "' + campaign + '") { version digest } } }');
    const member = desk?.members?.find(({ functions }) => !functions.includes('ADMIN'));
    const pending = desk?.invitations?.edges.find(({ node }) => node.state === 'PENDING')?.node;
    const key = desk?.apiKeys?.find(({ revokedAt }) => revokedAt === null);
    return { apiKey: key?.id, apiKeyVersion: key?.version, candidacy: firstOf(desk?.candidacies)?.id, invitation: pending?.id, member: member?.id, memberVersion: member?.version, schoolVersion: desk?.school?.version, noticeDraftVersion: desk?.noticeDraft?.version, noticeDraftDigest: desk?.noticeDraft?.digest };
  },
  reader: async () => {
    const { reading } = await read('{ reading { readings(first: 1) { edges { node { candidacy { id } } } } } }');
    return { candidacy: firstOf(reading?.readings)?.candidacy.id };
  },
  consortium: async (campaign) => {
    const { consortium, institutions } = await read('{ consortium { breakGlasses(first: 20) { edges { node { id endedAt } } } freeInstitutions(first: 1, state: PENDING) { edges { node { id } } } mails(first: 1, states: [GIVEN_UP]) { edges { node { id } } } administrators { id } invitations(first: 20) { edges { node { id state } } } campaigns(first: 100) { edges { node { version campaign { id state } } } } } institutions(first: 1) { edges { node { id } } } }');
    const all = (consortium?.campaigns?.edges ?? []).map(({ node }) => node);
    const draft = all.find((each) => each.campaign.state === 'DRAFT');
    const pending = consortium?.invitations?.edges.find(({ node }) => node.state === 'PENDING')?.node;
    const spelling = firstOf(consortium?.freeInstitutions)?.id;
    const glass = consortium?.breakGlasses?.edges.find(({ node }) => node.endedAt === null)?.node;
    return { mergedSpelling: spelling, dismissedSpelling: spelling, addedSpelling: spelling, breakGlass: glass?.id, givenUpMail: firstOf(consortium?.mails)?.id, institution: firstOf(institutions)?.id, consortiumInvitation: pending?.id, administrator: consortium?.administrators?.at(-1)?.id, campaignVersion: all.find((each) => each.campaign.id === campaign)?.version, draftCampaign: draft?.campaign.id, draftCampaignVersion: draft?.version };
  },
};

const filled = async ({ audience, variables }) => {
  if (!variables.includes('{{')) return variables;
  const known = { key: crypto.randomUUID(), ...(await campaignPart()) };
  if (parts[audience]) Object.assign(known, await parts[audience](known.campaign));
  return variables.replace(/"\\{\\{(\\w+)\\}\\}"/g, (braces, name) => (known[name] == null ? braces : JSON.stringify(known[name])));
};

// What nothing stands for yet is named, rather than left to a refusal.
const tellMissing = (variables) => {
  const names = [...new Set([...variables.matchAll(/\\{\\{(\\w+)\\}\\}/g)].map(([, name]) => name))];
  at('missing').textContent = names.length === 0 ? '' : 'Nothing stands for ' + names.join(', ') + ' yet: run the example that makes it and open this one again, sign in as whom it is for, or type it in.';
};
`;
