import type { ParseArgsConfig } from 'node:util';
import { argumentsOf, misunderstood } from '@guichet/platform/terminal/arguments';
import { Refused } from '@guichet/platform/terminal/refused';
import { Told } from '@guichet/platform/terminal/told';

/** The words behind a command of the tests. One that is not understood ends it with 2 and the usage, before anything is begun. */
export function wordsOf<const Config extends ParseArgsConfig>(usage: readonly string[], config: Config) {
  return orEnd(() => argumentsOf(usage, config));
}

/** A whole number above nothing, as it was typed behind an option. */
export const countOf = (option: string, typed: string, usage: readonly string[]): number =>
  orEnd(() => {
    if (/^[1-9]\d*$/.test(typed)) return Number(typed);
    throw misunderstood(`${option} is a whole number such as 100, not '${typed}'.`, usage);
  });

/** What was named, each of which there is. */
export const namedOf = <Name extends string>(typed: readonly string[], known: readonly Name[], usage: readonly string[]) =>
  orEnd(() => {
    const strange = typed.filter((name) => !known.includes(name as Name));
    if (strange.length > 0)
      throw misunderstood(`Nothing is called ${strange.join(', ')}. There are: ${known.join(', ')}.`, usage);
    return typed as readonly Name[];
  });

function orEnd<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof Told) return end(process.stdout, error, 0);
    if (error instanceof Refused) return end(process.stderr, error, 2);
    throw error;
  }
}

function end(output: NodeJS.WriteStream, { message }: Error, status: number): never {
  output.write(`${message}\n`);
  process.exit(status);
}
