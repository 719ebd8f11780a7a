import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refused } from './refused.ts';

/** The words behind a command, or a refusal with its usage. */
export function argumentsOf<Config extends ParseArgsConfig>(usage: readonly string[], config: Config) {
  try {
    return parseArgs({ ...config, strict: true });
  } catch (error) {
    throw new Refused([(error as Error).message, ...usage]);
  }
}

/** Every command tells its usage when asked, or when it was not understood. */
export const misunderstood = (fault: string, usage: readonly string[]) => new Refused([fault, ...usage]);
