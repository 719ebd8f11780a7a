#!/usr/bin/env node
import { answerTo } from './fixture-answer.ts';
import { readDocument } from './read-fixture.ts';
import { tableOf } from './result-table.ts';

const usage = 'usage: allocate FILE.json [--table]\n';

/** Prints one JSON document (or a table) and leaves with 0 computed, 2 refused, 64 wrong usage or unreadable file. */
function run(words: readonly string[]): number {
  const paths = words.filter((word) => word !== '--table');
  const [path] = paths;
  if (path === undefined || paths.length !== 1 || path.startsWith('--')) return complain(usage);
  try {
    const { value, objections } = readDocument(path);
    const answer = objections.length > 0 ? { refused: objections } : answerTo(value);
    process.stdout.write(words.includes('--table') ? tableOf(answer) : `${JSON.stringify(answer)}\n`);
    return Object.hasOwn(answer, 'refused') ? 2 : 0;
  } catch (error) {
    return complain(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function complain(message: string): number {
  process.stderr.write(message);
  return 64;
}

process.exitCode = run(process.argv.slice(2));
