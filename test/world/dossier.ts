import type { Actor, Selected } from './actor.ts';

/** What a dossier is to hold; everything else is filled in so that nothing is missing. */
export interface WantedDossier {
  /** Slugs, most wanted first. */
  readonly schools: readonly string[];
  readonly identity?: object;
  readonly contact?: object;
  readonly studies?: readonly object[];
  readonly qualification?: object;
  readonly motivation?: string;
  /** Slug of the exam centre; the first school otherwise. */
  readonly examCentre?: string;
}

/** A dossier as its candidate holds it. */
export interface HeldDossier {
  readonly applicationId: string;
  readonly reference: string;
  readonly version: number;
  readonly statementDigest: string;
  readonly campaignId: string;
  /** Opaque ids of the member schools by slug. */
  readonly schoolIds: Readonly<Record<string, string>>;
}

/** A key nobody used before. */
export const freshKey = () => crypto.randomUUID();

/** What an act on a dossier answers: enough for the next one. */
export const dossierFields =
  'application { id reference version state isBeingRevised submittedAt } userErrors { code message path }';

/** One act on a dossier as its candidate; throws in words when it was refused. */
export async function act(person: Actor, mutation: string, input: object): Promise<Selected> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${dossierFields} } }`;
  const answer = await person.read(document, { input }, asCandidate);
  const { application, userErrors } = answer[mutation];
  if (userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
  return application;
}

/** The campaign with its schools and what each offers. */
export async function openCampaign(person: Actor) {
  const { campaign } = await person.read(
    `{ campaign(slug: "astg3-2027") { id members { school { id slug } notice { specialisms { id code admittedMentions } } } } }`,
  );
  return campaign;
}

/** A dossier with every section filled in and the schools chosen in the order given, not submitted. */
export async function completeDossier(person: Actor, wanted: WantedDossier): Promise<HeldDossier> {
  const campaign = await openCampaign(person);
  const created = await act(person, 'createApplication', {
    campaignId: campaign.id,
    idempotencyKey: freshKey(),
    isPartnerStudent: false,
  });
  const schoolIds = Object.fromEntries(campaign.members.map(({ school }: Selected) => [school.slug, school.id]));
  const centre = wanted.examCentre ?? wanted.schools[0] ?? '';
  const sections = {
    saveIdentity: { identity: wanted.identity ?? identityOf(person) },
    saveContact: { contact: wanted.contact ?? contact },
    saveStudies: { studies: wanted.studies ?? studies },
    saveQualification: { qualification: wanted.qualification ?? { kind: 'M1_UNDER_WAY', mentionCode: mention } },
    saveAnswers: { answers: { motivation: wanted.motivation ?? 'Les matériaux, depuis l’enfance.' } },
    chooseExamCentre: { examCentreId: schoolIds[centre] },
    chooseSchools: { choices: choicesOf(campaign, wanted.schools) },
  };
  let { version } = created;
  for (const [mutation, section] of Object.entries(sections)) {
    const input = { applicationId: created.id, expectedVersion: version, idempotencyKey: freshKey(), ...section };
    ({ version } = await act(person, mutation, input));
  }
  const { me } = await person.read(
    `query ($campaign: ID!) { me { application(campaignId: $campaign) { submission { statementDigest } } } }`,
    { campaign: campaign.id },
    asCandidate,
  );
  const { statementDigest } = me.application.submission;
  return {
    applicationId: created.id,
    reference: created.reference,
    version,
    statementDigest,
    campaignId: campaign.id,
    schoolIds,
  };
}

/** The same, submitted. */
export async function submitted(person: Actor, wanted: WantedDossier): Promise<HeldDossier> {
  return submit(person, await completeDossier(person, wanted));
}

/** Submits a dossier as it stands. */
export async function submit(person: Actor, held: HeldDossier): Promise<HeldDossier> {
  const { applicationId, statementDigest } = held;
  const input = { applicationId, expectedVersion: held.version, idempotencyKey: freshKey(), statementDigest };
  const { version } = await act(person, 'submitApplication', input);
  return { ...held, version };
}

/** Schools in the order given, each with its first specialism that admits the mention of these dossiers. */
export const choicesOf = (campaign: Selected, slugs: readonly string[]) =>
  slugs.map((slug, index) => {
    const member = campaign.members.find(({ school }: Selected) => school.slug === slug);
    const { specialisms } = member.notice;
    const admitting = specialisms.find(({ admittedMentions }: Selected) => admittedMentions.includes(mention)) ?? specialisms[0];
    return { schoolId: member.school.id, specialismIds: [admitting.id], preferenceRank: index + 1 };
  });

const asCandidate = { actingAs: 'candidate' };

/** A national mention that every school of the demonstration admits in some specialism. */
const mention = 'M018';

const identityOf = ({ email }: Actor) => {
  const name = email.split('@')[0] ?? 'candidat';
  const lastName = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll(/[^a-z]/g, '')}`;
  return { lastName, firstNames: 'Camille', birthDate: '2004-03-14', nationality: 'FR' };
};

const contact = { addressLine1: '2 rue du Bac', postcode: '75007', city: 'Paris', country: 'FR' };

const studies = [
  {
    institutionName: 'Université de l’Exemple',
    country: 'FR',
    diploma: 'Licence',
    level: 'BAC3',
    ects: 180,
    year: 2026,
    status: 'VALIDATED',
    results: '13.2',
  },
  {
    institutionName: 'Université de l’Exemple',
    country: 'FR',
    diploma: 'Master',
    level: 'M1',
    mentionCode: mention,
    ects: 60,
    year: 2027,
    status: 'UNDER_WAY',
  },
];
