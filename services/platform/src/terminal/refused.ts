/** What a command cannot do, in words that say how to mend it; shown without a stack, and the command ends with 1. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(words: string | readonly string[]) {
    super([words].flat().join('\n'));
  }
}
