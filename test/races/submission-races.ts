import { asCandidate, attempt, choicesOf, freshKey, nextAct, openCampaign, shown } from '../world/dossier.ts';
import { receivedAt } from '../world/rows-at.ts';
import type { World } from '../world/world.ts';
import { dossiersOf, type InHand, standing, threeSchools } from './dossier-in-hand.ts';
import { neverOfDossiers as never } from './never-of-dossiers.ts';
import type { Race } from './race.ts';

const sending = ({ held }: InHand) => ({ ...nextAct(held), statementDigest: held.statementDigest });
const document = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  application { reference state version submittedAt choices { school { slug } state } } userErrors { code } } }`;

/** Twenty times the same submission: one act, and everybody is answered the same. */
export function sameSubmissionTwentyTimes(world: World): Race {
  const next = dossiersOf(world, 'Twenty');
  const round = async (number: number) => {
    const inHand = await next(number);
    const input = sending(inHand);
    const answers = await Promise.all(Array.from({ length: 20 }, () => inHand.person.ask(document, { input }, asCandidate)));
    const told = new Set(answers.map(({ data }) => JSON.stringify(data)));
    const { version } = await standing(inHand);
    return [
      ...(told.size === 1 && answers[0]?.data?.submitApplication.application ? [] : [`answers: ${[...told].join(' ')}`]),
      ...(version === inHand.held.version + 1 ? [] : [`the version went from ${inHand.held.version} to ${version}`]),
    ];
  };
  return { name: 'the same submission twenty times', never, round };
}

/** One of two wins, and the other is told that the version moved. */
async function exactlyOne(inHand: InHand, [mutation, input]: readonly [string, object]): Promise<OneOfTwo> {
  const { person, held } = inHand;
  const [sent, other] = await Promise.all([
    attempt(person, 'submitApplication', sending(inHand)),
    attempt(person, mutation, { ...nextAct(held), ...input }),
  ]);
  const [winner, loser] = sent.application === null ? [other, sent] : [sent, other];
  const isInOrder = winner.application !== null && loser.application === null && loser.userErrors[0]?.code === 'STALE_VERSION';
  return { isSent: sent.application !== null, faults: isInOrder ? [] : [`${mutation}: ${sent.body} beside ${other.body}`] };
}

interface OneOfTwo {
  readonly isSent: boolean;
  readonly faults: readonly string[];
}

const textOf = async ({ person, held }: InHand): Promise<string> =>
  (await shown(person, held, 'answers { text }')).answers[0].text;

/** What every chosen school was sent last of a dossier: the number of its copy and the motivation in it, or nothing. */
async function atSchools(world: World, { held }: InHand): Promise<readonly string[]> {
  const copies: string[] = [];
  for (const slug of threeSchools) {
    const copy = await receivedAt(world, slug, held.reference);
    copies.push(copy ? `${copy.number} ${copy.content.answers.motivation}` : 'nothing');
  }
  return copies;
}

/** The copy a submission leaves: a further one where it says something else. */
function sentOf(copy: string, text: string): string {
  if (copy === 'nothing') return `1 ${text}`;
  const number = Number.parseInt(copy, 10);
  return copy === `${number} ${text}` ? copy : `${number + 1} ${text}`;
}

/** Submitted as it stood before the edit, or edited and not submitted. */
export function submissionAndEdit(world: World): Race {
  const next = dossiersOf(world, 'Edit');
  const round = async (number: number) => {
    const inHand = await next(number);
    const words = `Ronde ${number}.`;
    const [text, sentBefore] = [await textOf(inHand), await atSchools(world, inHand)];
    const { isSent, faults } = await exactlyOne(inHand, ['saveAnswers', { answers: { motivation: words } }]);
    const [now, sentNow] = [await textOf(inHand), await atSchools(world, inHand)];
    const expected = isSent ? sentBefore.map((copy) => sentOf(copy, text)) : sentBefore;
    return [
      ...faults,
      ...(now === (isSent ? text : words) ? [] : [`sent: ${isSent}, the dossier says ${now}`]),
      ...(String(sentNow) === String(expected) ? [] : [`sent: ${isSent}, the schools hold ${sentNow} and not ${expected}`]),
    ];
  };
  return { name: 'submission and edit', never, round };
}

/** Submitted to the schools chosen before, or chosen anew and not submitted. */
export function submissionAndChoice(world: World): Race {
  const next = dossiersOf(world, 'Choice');
  const round = async (number: number) => {
    const inHand = await next(number);
    const left = threeSchools.filter((_, index) => index !== number % 3);
    const choices = choicesOf(await openCampaign(inHand.person), left);
    const centre = { examCentreId: inHand.held.schoolIds[left[0] ?? ''] };
    const { faults } = await exactlyOne(inHand, ['chooseSchools', { choices }]);
    const now = { ...inHand.held, version: (await standing(inHand)).version };
    // Whatever is chosen next, the exam is sat at one of its schools.
    if (!(await standing(inHand)).isBeingRevised) return faults;
    await attempt(inHand.person, 'chooseExamCentre', { ...nextAct(now), ...centre });
    return faults;
  };
  return { name: 'submission and choice of schools', never, round };
}

/** The recall asks for the version the submission leaves: done after it, or refused before it; the submission stands either way. */
export function submissionAndRecall(world: World): Race {
  const next = dossiersOf(world, 'Recall');
  const round = async (number: number) => {
    const inHand = await next(number);
    const { person, held } = inHand;
    const [sent, recalled] = await Promise.all([
      attempt(person, 'submitApplication', sending(inHand)),
      attempt(person, 'recallApplication', { ...nextAct(held), expectedVersion: held.version + 1, idempotencyKey: freshKey() }),
    ]);
    const { isBeingRevised, version } = await standing(inHand);
    const isDone = recalled.application !== null;
    return [
      ...(sent.application === null ? [`the submission was refused: ${sent.body}`] : []),
      ...(isDone || recalled.userErrors[0]?.code === 'STALE_VERSION' ? [] : [`the recall: ${recalled.body}`]),
      ...(isBeingRevised === isDone && version === held.version + (isDone ? 2 : 1)
        ? []
        : [`revised: ${isBeingRevised}, ${version}`]),
    ];
  };
  return { name: 'submission and recall', never, round };
}
