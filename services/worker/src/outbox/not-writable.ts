type Code = 'NO_ADDRESS' | 'UNKNOWN_KIND' | 'NO_SUCH_SUBMISSION' | 'NO_SUCH_BREAK_GLASS' | 'LINK_ENDED';

/** Why a mail cannot be written; trying again may help, and if not it ends among the dead letters. */
export class NotWritable extends Error {
  override readonly name = 'NotWritable';
  readonly code: Code;
  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}

/**
 * What trying again never mends, while the same person's other mails would wait behind it: a link that ended does not stand again, and
 * whoever no longer runs the school is told nothing of what is read there.
 */
const hopeless: ReadonlySet<Code> = new Set(['LINK_ENDED', 'NO_SUCH_BREAK_GLASS']);

export const isHopeless = (error: unknown) => error instanceof NotWritable && hopeless.has(error.code);
