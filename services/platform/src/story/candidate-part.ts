import { table } from '../terminal/table.ts';
import { mailTo } from './caught-mail.ts';
import { operation } from './operation.ts';
import { type Scene, show, tell } from './scene.ts';
import { setUpFactor } from './second-factor-part.ts';
import { postAccount, signIn, type Told, type Visitor } from './visitor.ts';

/** A candidate with one dossier. */
export interface Candidate {
  readonly visitor: Visitor;
  readonly application: string;
  readonly reference: string;
  /** Ids of the schools by slug. */
  readonly schools: ReadonlyMap<string, string>;
}

/** Registers as anybody would; the mail is read where development catches it. */
export async function register({ url }: Scene): Promise<Visitor> {
  const account = { email: `eloise.${crypto.randomUUID().slice(0, 6)}@candidat.example`, password: crypto.randomUUID() };
  tell('A candidate opens an account');
  await postAccount(url, 'sign-up/email', account);
  const mail = await mailTo(url, account.email);
  show(`mail to ${mail.to}: “${mail.subject}” → ${mail.links[0]?.replace(/#.*/, '#…')}`);
  await postAccount(url, 'verify-email', { token: new URL(mail.links[0] ?? '').hash.slice(1) });
  show('address confirmed');
  return signIn(url, await setUpFactor(url, account));
}

/** Begins the dossier and fills every section but the schools. */
export async function draft({ campaign, plan, slug }: Scene, visitor: Visitor): Promise<Candidate> {
  tell('The candidate drafts one dossier, section by section');
  const { application } = await visitor.act(operation('candidate/begin', { campaign }));
  const page = await visitor.ask(operation('public/campaign-page', { campaignSlug: slug }));
  const schools = new Map<string, string>(page.data.campaign.members.map(({ school }: Told['data']) => [school.slug, school.id]));
  const candidate = { visitor, application: application.id, reference: application.reference, schools };
  const { mention } = plan;
  const last = await inTurn(candidate, application.version, [
    ['save-identity', {}],
    ['save-contact', {}],
    ['save-studies', { studies: studies(mention) }],
    ['save-qualification', { qualification: { kind: 'M1_UNDER_WAY', mentionCode: mention } }],
    ['save-answers', {}],
    ['save-arrangements', {}],
    ['choose-exam-centre', { examCentreId: [...schools.values()][0] }],
  ]);
  show(
    table(
      ['section', 'status'],
      last.sections.map(({ name, status }: Told['data']) => [name, status]),
    ),
  );
  show(`still missing: ${last.missing.map(({ message }: Told['data']) => message).join(' ')}`);
  show(`its reference is ${application.reference}`);
  return candidate;
}

const studies = (mentionCode: string) => [
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
    mentionCode,
    ects: 60,
    year: 2027,
    status: 'UNDER_WAY',
  },
];

async function inTurn(
  { visitor, application }: Candidate,
  version: number,
  acts: readonly (readonly [name: string, change: object])[],
): Promise<Told['data']> {
  let held = { version } as Told['data'];
  for (const [name, change] of acts) {
    const blanks = { application, applicationVersion: held.version };
    ({ application: held } = await visitor.act(operation(`candidate/${name}`, blanks, change)));
  }
  return held;
}

/** Orders the schools; what each notice says is told while drafting. */
export async function choose(scene: Scene, candidate: Candidate, specialismOf: (slug: string) => string): Promise<boolean> {
  const page = await candidate.visitor.ask(operation('public/campaign-page', { campaignSlug: scene.slug }));
  const choices = page.data.campaign.members.map(({ school, notice }: Told['data'], index: number) => ({
    schoolId: school.id,
    specialismIds: notice.specialisms
      .filter(({ code }: Told['data']) => code === specialismOf(school.slug))
      .map(({ id }: Told['data']) => id),
    preferenceRank: index + 1,
  }));
  const before = await ownApplication(scene, candidate);
  const { application } = await candidate.visitor.act(
    operation(
      'candidate/choose-schools',
      { application: candidate.application, applicationVersion: before.version },
      { choices },
    ),
  );
  const rows = application.choices.map((choice: Told['data']) => [
    String(choice.preferenceRank),
    choice.school.name,
    choice.specialisms.map(({ code }: Told['data']) => code).join(', '),
    choice.outcome,
    choice.objections.map(({ message, source }: Told['data']) => `${message} (${source})`).join(' '),
  ]);
  show(table(['rank', 'school', 'specialism', 'outcome', 'why'], rows));
  return application.choices.every(({ objections }: Told['data']) => objections.length === 0);
}

export async function ownApplication({ campaign }: Scene, { visitor }: Candidate): Promise<Told['data']> {
  const { data } = await visitor.ask(operation('candidate/my-dossier', { campaign }));
  return data.me.application;
}

/** Reviews, then confirms; the receipt comes by mail. */
export async function submit(scene: Scene, candidate: Candidate): Promise<void> {
  tell('The candidate reads what is attested, and submits once');
  const { visitor, application } = candidate;
  const { data } = await visitor.ask(operation('candidate/read-before-submitting', { campaign: scene.campaign }));
  const { version, submission, campaign } = data.me.application;
  show(`“${campaign.disclosure.en}”`);
  show(`“${submission.statement.en}”`);
  const blanks = { application, applicationVersion: version, statementDigest: submission.statementDigest };
  const submitted = (await visitor.act(operation('candidate/submit', blanks))).application;
  show(`${submitted.reference} ${submitted.state}, received ${submitted.submittedAt}`);
  const receipt = await mailTo(scene.url, visitor.email);
  show(`mail to ${receipt.to}: “${receipt.subject}”`);
}

/** Leaves one school; the others are not told. */
export async function withdraw(scene: Scene, candidate: Candidate, slug: string): Promise<void> {
  tell(`The candidate withdraws from ${slug}`);
  const { version } = await ownApplication(scene, candidate);
  const blanks = { application: candidate.application, applicationVersion: version };
  const left = { schoolIds: [candidate.schools.get(slug)] };
  await candidate.visitor.act(operation('candidate/withdraw', blanks, left));
  const { choices } = await ownApplication(scene, candidate);
  const rows = choices.map(({ school, state, stateWords, timeline }: Told['data']) => [
    school.name,
    state ?? '–',
    stateWords ?? '–',
    String(timeline.length),
  ]);
  show(table(['school', 'state', 'in words', 'events'], rows));
}
