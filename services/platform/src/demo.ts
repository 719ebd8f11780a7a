import { atPlatform } from './running/command-place.ts';
import { settingsOfProcess } from './settings.ts';
import { choose, draft, register, submit, withdraw } from './story/candidate-part.ts';
import { archive, campaignNamed, count, open } from './story/consortium-part.ts';
import { keyInOut } from './story/key-part.ts';
import { markSynthetic } from './story/mark-synthetic.ts';
import { importOwnCampaign, planFor } from './story/own-campaign.ts';
import { inviteAnOfficer } from './story/people-part.ts';
import { giveAndTakeBack } from './story/reading-part.ts';
import { type Scene, tell } from './story/scene.ts';
import { listQueues, readAndBeRefused, seeStates } from './story/school-part.ts';
import { type Stage, stageOf } from './story/stage.ts';
import { signIn, type Visitor } from './story/visitor.ts';
import { argumentsOf } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = ['usage: pnpm demo   plays the story of one dossier through HTTP, on the running platform or a fresh one'];

/** `pnpm demo`: one dossier, three schools, told step by step. */
await runCommand(async () => {
  argumentsOf(usage, {});
  const stage = await stageOf(settingsOfProcess());
  try {
    await atPlatform(stage.settings, async (place) => {
      const scene = await sceneOn(stage, await importOwnCampaign(place));
      const email = await play(scene);
      await markSynthetic(place.ownerUrl, email);
    });
  } finally {
    await stage.close();
  }
});
process.exit();

async function sceneOn({ url, accounts }: Stage, file: Scene['file']): Promise<Scene> {
  const { slug } = file.campaign;
  const accountOf = (kind: string, school: string | null) => {
    const account = accounts.find((each) => each.kind === kind && each.school === school);
    if (!account) throw new Refused(`There is no demo account of a ${kind}${school ? ` of ${school}` : ''}.`);
    return account;
  };
  const consortium = await signIn(url, accountOf('consortium-admin', null));
  const officers = new Map<string, Visitor>();
  for (const { slug: school } of file.schools) officers.set(school, await signIn(url, accountOf('admissions-officer', school)));
  const { campaign } = await campaignNamed(consortium, slug);
  const admin = await signIn(url, accountOf('school-admin', file.schools[0]?.slug ?? null));
  return { url, file, plan: planFor(file), slug, campaign: campaign.id, consortium, officers, admin };
}

/** The whole story; answers the candidate's address. */
async function play(scene: Scene): Promise<string> {
  const { plan } = scene;
  await open(scene);
  const candidate = await draft(scene, await register(scene));
  tell('The candidate orders three schools, and reads why one would object');
  const { school, specialism } = plan.unfit;
  const admitted = (slug: string) => plan.admitted.get(slug) ?? '';
  await choose(scene, candidate, (slug) => (slug === school ? specialism : admitted(slug)));
  tell('The candidate corrects that choice');
  if (!(await choose(scene, candidate, admitted))) throw new Error('A school still objects');
  await submit(scene, candidate);
  const candidacies = await listQueues(scene);
  await inviteAnOfficer(scene);
  await readAndBeRefused(scene, candidacies);
  await giveAndTakeBack(scene, candidacies);
  await keyInOut(scene);
  await withdraw(scene, candidate, school);
  await seeStates(scene, candidacies);
  await count(scene);
  await archive(scene);
  console.log('\nThe story is told.');
  return candidate.visitor.email;
}
