import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refused } from './refused.ts';
import { Told } from './told.ts';

/** The words behind a command, or a refusal with its usage; `--help` asks for the usage alone, and is no fault. */
export function argumentsOf<const Config extends ParseArgsConfig>(usage: readonly string[], config: Config) {
  const words = process.argv.slice(2);
  if (words.some((word) => word === '--help' || word === '-h')) throw new Told(usage);
  try {
    return parseArgs({ args: words, ...config, strict: true });
  } catch (error) {
    throw new Refused([(error as Error).message, ...usage]);
  }
}

/** Every command tells its usage when asked, or when it was not understood. */
export const misunderstood = (fault: string, usage: readonly string[]) => new Refused([fault, ...usage]);
