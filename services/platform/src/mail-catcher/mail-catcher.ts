import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A message that was caught instead of delivered. */
export interface CaughtMail {
  /** The message id without its brackets and domain: the outbox row's. */
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
  /** RFC 3339, when it was sent. */
  readonly at: string;
}

export interface MailCatcher {
  readonly smtpUrl: string;
  /** The last 500, oldest first. */
  messages(): readonly CaughtMail[];
  /** Calls back for each further message; the function returned ends that. */
  onMessage(callback: (mail: CaughtMail) => void): () => void;
  stop(): Promise<void>;
}

const kept = 500;

/** A real SMTP server on loopback that keeps what it is sent: development only. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  const callbacks = new Set<(mail: CaughtMail) => void>();
  const take = (mail: CaughtMail) => {
    caught.push(mail);
    if (caught.length > kept) caught.shift();
    for (const callback of callbacks) callback(mail);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => void receive(stream, take, done),
  });
  const { port } = await listening(server);
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    messages: () => [...caught],
    onMessage: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(stream: Readable, take: (mail: CaughtMail) => void, done: (error?: Error) => void) {
  try {
    take(caughtFrom(await simpleParser(stream)));
  } catch (error) {
    return done(error as Error);
  }
  done();
}

function listening(server: SMTPServer): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.server.address() as AddressInfo));
  });
}

function caughtFrom(mail: ParsedMail): CaughtMail {
  const text = mail.text ?? '';
  const html = mail.html || '';
  return {
    id: (mail.messageId ?? '').replace(/^<|@.*$/g, ''),
    to: addresses(mail.to),
    from: addresses(mail.from),
    subject: mail.subject ?? '',
    text,
    html,
    links: [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])],
    at: mail.date?.toISOString() ?? '',
  };
}

const addresses = (field: AddressObject | AddressObject[] | undefined) =>
  [field ?? []]
    .flat()
    .flatMap((object) => object.value.map(({ address }) => address ?? ''))
    .join(', ');
