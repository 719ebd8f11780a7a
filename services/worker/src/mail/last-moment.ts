import { Readable } from 'node:stream';
import type { PluginFunction } from 'nodemailer/lib/mailer';

/** Asked when nothing stands between a mail and its receiver any more: whether it is still this sender's to send. */
export type MayLeave = () => Promise<boolean>;

/** Another took the mail over meanwhile: not a word of it was handed over, and nothing of it is this sender's to note. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/**
 * Asks once the server waits for the words of the mail, not before the dialogue: whoever slept in between wakes to the answer of a
 * server that has the mail from another already. A stream that fails closes the connection, and the server forgets the mail.
 */
export const askedAtLast: PluginFunction = (mail, done) => {
  const { mayLeave } = mail.data as { readonly mayLeave?: MayLeave };
  if (mayLeave) {
    const words = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = () => Readable.from(onceAllowed(mayLeave, words), { objectMode: false });
  }
  done();
};

/** Begins when it is first read, which is when the server said that it waits. */
async function* onceAllowed(mayLeave: MayLeave, words: () => Readable): AsyncGenerator<Buffer> {
  if (!(await mayLeave())) throw new TakenOver();
  yield* words();
}
