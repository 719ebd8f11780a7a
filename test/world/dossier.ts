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
export const dossierFields = `application { id reference version state isBeingRevised submittedAt }
  userErrors { code message path ... on DeadlinePassed { closedAt } ... on StaleVersion { currentVersion } }`;

/** One act on a dossier as its candidate: the dossier, or every objection; nothing is thrown. */
export async function attempt(person: Actor, mutation: string, input: object): Promise<Attempt> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${dossierFields} } }`;
  const { data, ...answer } = await person.ask(document, { input }, asCandidate);
  const { application = null, userErrors = [] } = data?.[mutation] ?? {};
  return { ...answer, application, userErrors };
}

/** What came of an attempt. */
export interface Attempt {
  readonly status: number;
  readonly body: string;
  readonly errors: readonly { readonly extensions: { readonly code: string; readonly [fact: string]: unknown } }[];
  readonly application: Selected;
  readonly userErrors: readonly Selected[];
}

/** One act on a dossier as its candidate; throws in words when it was refused. */
export async function act(person: Actor, mutation: string, input: object): Promise<Selected> {
  const { application, userErrors, errors } = await attempt(person, mutation, input);
  if (!application) throw new Error(`${mutation}: ${JSON.stringify([...userErrors, ...errors])}`);
  return application;
}

/** The first three fields of the next act on a dossier. */
export const nextAct = ({ applicationId, version }: HeldDossier) => ({
  applicationId,
  expectedVersion: version,
  idempotencyKey: freshKey(),
});

/** One act on a dossier that is held; the dossier with its new version. */
export async function acted(
  person: Actor,
  held: HeldDossier,
  [mutation, input]: readonly [string, object],
): Promise<HeldDossier> {
  const { version } = await act(person, mutation, { ...nextAct(held), ...input });
  return { ...held, version };
}

/** Some fields of an own dossier, as its candidate reads them now. */
export async function shown(person: Actor, { campaignId }: HeldDossier, fields: string): Promise<Selected> {
  const document = `query ($campaign: ID!) { me { application(campaignId: $campaign) { ${fields} } } }`;
  const { me } = await person.read(document, { campaign: campaignId }, asCandidate);
  return me.application;
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
  const held = { applicationId: created.id, reference: created.reference, version, campaignId: campaign.id, schoolIds };
  const { submission } = await shown(person, { ...held, statementDigest: '' }, 'submission { statementDigest }');
  return { ...held, statementDigest: submission.statementDigest };
}

/** The same, submitted. */
export async function submitted(person: Actor, wanted: WantedDossier): Promise<HeldDossier> {
  return submit(person, await completeDossier(person, wanted));
}

/** Submits a dossier as it stands. */
export const submit = (person: Actor, held: HeldDossier): Promise<HeldDossier> =>
  acted(person, held, ['submitApplication', { statementDigest: held.statementDigest }]);

/** Schools in the order given, each with its first specialism that admits the mention of these dossiers. */
export const choicesOf = (campaign: Selected, slugs: readonly string[]) =>
  slugs.map((slug, index) => {
    const member = campaign.members.find(({ school }: Selected) => school.slug === slug);
    const { specialisms } = member.notice;
    const admitting = specialisms.find(({ admittedMentions }: Selected) => admittedMentions.includes(mention)) ?? specialisms[0];
    return { schoolId: member.school.id, specialismIds: [admitting.id], preferenceRank: index + 1 };
  });

/** The hat of a candidate, whatever others the person has. */
export const asCandidate = { actingAs: 'candidate' };

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
