import { join } from 'node:path';
import { exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import { bareSchema } from '@guichet/gateway/schema';
import { actInVain } from './acting/act-in-vain.ts';
import { type Acting, actsOf, tryActs, tryQuestions } from './acting/run-acts.ts';
import { readFiles, readMails } from './asking/beside-answers.ts';
import { documentsOf } from './asking/documents.ts';
import { exampleArguments } from './asking/example-values.ts';
import type { Principal } from './asking/principal.ts';
import { harvest, probe, type Reading } from './asking/run-reads.ts';
import { type Facts, mayMove, mayRead } from './facts.ts';
import { type Findings, noFindings } from './findings.ts';
import { inLanes } from './in-lanes.ts';
import { searchLog } from './in-the-logs.ts';
import { picksOf, publicWords, wordsOfPastSeason } from './left-behind/picks.ts';
import { invitationToken } from './left-behind/planted.ts';
import type { MatrixWorld } from './matrix-world.ts';
import { type RunningGateway, runGateway } from './running-gateway.ts';

const operations = join(import.meta.dirname, '../../../schema/operations');

/** The whole matrix over one fixture, whose database nobody may hold open any more. */
export interface Matrix {
  readonly fixture: MatrixWorld;
  readonly principals: readonly Principal[];
  readonly facts: Facts;
  /** Name of the fixture's database. */
  readonly database: string;
}

export async function runMatrix(matrix: Matrix): Promise<Findings> {
  const findings = noFindings();
  const { acting } = await ask(matrix, findings);
  await act(matrix, acting);
  return findings;
}

/** Everybody reads whatever there is to read; nothing is moved that another's reading depends on. */
async function ask({ fixture, principals, facts, database }: Matrix, findings: Findings): Promise<{ acting: Acting }> {
  const schema = await bareSchema();
  const examples = exampleOperations(operations);
  const gateway = await runGateway({ from: database, to: `${database}_asked` });
  try {
    const picks = await picksOf(fixture, gateway.administrator);
    const words = { ...(await publicWords(fixture, gateway.administrator)), invitationToken };
    const shared = { schema, words, findings, forbiddenIn: forbidden(fixture, facts, findings) };
    const reading: Reading = { ...shared, port: gateway.port, documents: documentsOf(schema), given: exampleArguments(examples) };
    await harvest(reading, principals);
    // What a season disclosed is told once it is over: its queue too is asked for.
    const past = { ...words, ...(await wordsOfPastSeason(gateway.administrator)) };
    const inQueue = reading.documents.filter(({ path }) => /^desk\.candidacies\.edges\.node(\.otherSchools)?$/.test(path));
    await harvest({ ...reading, words: past, documents: inQueue }, principals);
    await probe(reading, principals);
    await readFiles(reading, principals);
    readMails(reading, principals, fixture);
    // Whoever breaks glass in an act reads what the act opens.
    const forbiddenIn = forbidden(fixture, { ...facts, broken: [...facts.broken, 'C1'] }, findings);
    const picksFor = ({ name }: Principal) => picks[name] ?? {};
    const acting = { ...shared, forbiddenIn, acts: actsOf(examples), picksOf: picksFor };
    const whole: Acting = { ...acting, mayMove: (principal, owner) => mayMove(facts, principal, owner) };
    await tryQuestions(whole, examples, { principals, gateway });
    return { acting: whole };
  } finally {
    await closed(gateway, fixture, findings);
  }
}

/** Closed, with what it logged looked through. */
async function closed(gateway: RunningGateway, fixture: MatrixWorld, findings: Findings): Promise<void> {
  await gateway.close();
  findings.logLines += gateway.logged.length;
  searchLog(fixture, gateway.logged.join('\n'), findings);
}

/** Everybody acts at a gateway over a copy of their own, two at a time. */
const act = ({ fixture, principals, facts, database }: Matrix, acting: Acting): Promise<void> =>
  inLanes(principals, 2, async (principal) => {
    const gateway = await runGateway({ from: database, to: `${database}_${principal.name.toLowerCase()}` });
    try {
      await tryActs(acting, principal, gateway);
      if (facts.kindOf[principal.name] === 'candidate') await actInVain(acting, principal, gateway);
    } finally {
      await closed(gateway, fixture, acting.findings);
    }
  });

/** Words of others in a reply; a word told to whoever may hear it is remembered, so that what nobody ever heard is found too. */
const forbidden =
  ({ canaries }: MatrixWorld, facts: Facts, { heard }: Findings): Reading['forbiddenIn'] =>
  (principal, text) =>
    canaries.in(text).flatMap((canary) => {
      if (!mayRead(facts, principal, canary)) return [`${canary.place} of ${canary.owner}`];
      heard.add(canary.word);
      return [];
    });
