import { Writable } from 'node:stream';
import { pino } from 'pino';
import { drainOnTermination, outliveDetachedRejections } from '../process-guard.ts';
import { startProbe } from './probe-server.ts';

// A probe in a process of its own, as the platform starts the gateway; tells its address, then its log, on standard output.
const log = pino({ level: 'error' }, new Writable({ write: (chunk, _encoding, done) => void process.stdout.write(chunk, done) }));
outliveDetachedRejections(log);
const { url, drain } = await startProbe({ log });
drainOnTermination(drain);
process.stdout.write(`${url}\n`);
