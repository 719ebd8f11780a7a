/** Why a mail cannot be written; trying again may help, and if not it ends among the dead letters. */
export class NotWritable extends Error {
  override readonly name = 'NotWritable';
  readonly code: 'NO_ADDRESS' | 'UNKNOWN_KIND' | 'NO_SUCH_SUBMISSION' | 'NO_SUCH_BREAK_GLASS' | 'LINK_ENDED';
  constructor(code: NotWritable['code']) {
    super(code);
    this.code = code;
  }
}

/** A link that ended before its mail left will not stand again: there is nothing to try. */
export const isHopeless = (error: unknown) => error instanceof NotWritable && error.code === 'LINK_ENDED';
