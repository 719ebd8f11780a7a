import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { Binding } from '@guichet/database/session/work';
import { SMTPServer } from 'smtp-server';
import { causeOf } from '../clock/every.ts';
import { isExpected, noteReport } from './delivery-record.ts';
import { reportIn } from './read-report.ts';
import { digestOfReturnPath } from './return-path.ts';

export interface BounceOptions {
  readonly binding: Binding;
  /** GUICHET_BOUNCE_ADDRESS: return paths are made below it. */
  readonly address: string;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly log: { warn(fields: object, message: string): void };
}

/** The server that takes reports and nothing else. */
export interface BounceListener {
  readonly port: number;
  stop(): Promise<void>;
}

const largest = 256 * 1024;
const idleMs = 30_000;

type Done = (error?: Error | null) => void;

/** SMTP's way of saying no for good: the sender drops what it has. */
const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/**
 * Takes delivery status notifications: from the null sender alone, for a return path that was given out, of at most 256 KB. Whatever
 * else comes is refused with 550 and kept nowhere.
 */
export async function startBounceListener(options: BounceOptions): Promise<BounceListener> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    maxClients: 20,
    socketTimeout: idleMs,
    closeTimeout: 1000,
    logger: false,
    onMailFrom: ({ address }, _session, done: Done) => done(address === '' ? null : refusal(550, 'reports only')),
    onRcptTo: ({ address }, { envelope }, done: Done) => {
      if (envelope.rcptTo.length > 0) return done(refusal(452, 'one recipient at a time'));
      void answer(options, done, () => isOurs(options, address));
    },
    onData: (stream, { envelope }, done) =>
      void answer(options, done, () => taken(options, envelope.rcptTo[0]?.address ?? '', stream)),
  });
  const { port } = await listening(server, options);
  server.on('error', (error) => options.log.warn({ event: 'bounce', cause: causeOf(error) }, 'a report was cut off'));
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A database that does not answer is no reason to lose a report: the sender is told to come again. */
async function answer({ log }: BounceOptions, done: Done, judge: () => Promise<boolean>): Promise<void> {
  let said: Error | null;
  try {
    said = (await judge()) ? null : refusal(550, 'no such mailbox');
  } catch (error) {
    log.warn({ event: 'bounce', cause: causeOf(error) }, 'a report was put off');
    said = refusal(451, 'come again');
  }
  done(said);
}

async function isOurs({ binding, address }: BounceOptions, recipient: string): Promise<boolean> {
  const digest = digestOfReturnPath(recipient, address);
  return digest !== null && isExpected(binding, digest);
}

async function taken({ binding, address }: BounceOptions, recipient: string, stream: Readable): Promise<boolean> {
  const raw = await bytesOf(stream);
  const digest = digestOfReturnPath(recipient, address);
  if (digest === null || raw === null) return false;
  const report = await reportIn(raw);
  return report !== null && noteReport(binding, digest, report);
}

/** The whole mail, or null when it is larger than any report; read to its end either way, as the protocol asks. */
async function bytesOf(stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
  }
  return size > largest ? null : Buffer.concat(chunks);
}

function listening(server: SMTPServer, { port, host }: BounceOptions): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.server.address() as AddressInfo);
    });
  });
}
