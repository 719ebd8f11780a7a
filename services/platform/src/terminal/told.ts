/** What somebody asked to be told, in place of anything being done; the command ends well. */
export class Told extends Error {
  override readonly name = 'Told';
  constructor(words: readonly string[]) {
    super(words.join('\n'));
  }
}
