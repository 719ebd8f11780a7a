#!/usr/bin/env node
import { checkDocument } from '../audit/check-document.ts';
import { entry, quoted, type Violation, violation } from '../audit/properties.ts';
import { checkBundle, isBundle } from '../proof/check-bundle.ts';
import { readDocument } from './read-fixture.ts';
import type { JsonRead } from './read-json.ts';

const usage = 'usage: check FILE.json RESULT.json\n       check BUNDLE.json\n';

/** Prints one line per violation and their number; leaves with 0 none, 1 any, 2 input refused, 64 wrong usage. */
async function run(words: readonly string[]): Promise<number> {
  const [file, result] = words;
  if (file === undefined || words.length > 2 || words.some((word) => word.startsWith('--'))) return complain(usage);
  try {
    const document = readDocument(file);
    if (result === undefined) return await ofBundle(document);
    return ofResult(document, readDocument(result));
  } catch (error) {
    return complain(`${words.join(' ')}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function ofResult(document: JsonRead, result: JsonRead): number {
  const refused = Array.isArray(entry(result.value, 'refused'));
  if (result.objections.length > 0 || (document.objections.length > 0 && !refused))
    return refusal(
      [...document.objections, ...result.objections].map(({ reason, path, message }) => `${reason} ${path}: ${message}`),
    );
  if (document.objections.length > 0) return report([]);
  const { violations, refusedInput } = checkDocument(document.value, result.value);
  return refusedInput.length > 0 ? refusal(refusedInput) : report(violations);
}

async function ofBundle({ value, objections }: JsonRead): Promise<number> {
  if (objections.length > 0) return refusal(objections.map(({ reason, path, message }) => `${reason} ${path}: ${message}`));
  if (!isBundle(value)) return complain(usage);
  const { violations, refusedInput } = await checkBundle(value);
  return refusedInput.length > 0 ? refusal(refusedInput) : report(violations);
}

function report(violations: readonly Violation[]): number {
  const lines = violations.map(({ property, programme, candidate, explanation }) =>
    [property, quoted(programme), quoted(candidate), explanation].join('\t'),
  );
  process.stdout.write([...lines, `${violations.length} violations\n`].join('\n'));
  return violations.length > 0 ? 1 : 0;
}

/** The input itself is refused: each reason as a line of the same form. */
function refusal(reasons: readonly string[]): number {
  report(reasons.map((reason) => violation('R1', reason)));
  return 2;
}

function complain(message: string): number {
  process.stderr.write(message);
  return 64;
}

process.exitCode = await run(process.argv.slice(2));
