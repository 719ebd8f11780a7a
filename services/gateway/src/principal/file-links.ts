import { createHmac, timingSafeEqual } from 'node:crypto';
import { derived } from '@guichet/database/session/secrets';
import type { Asking } from './who-asks.ts';

/** What a link leads to: one export, under one hat, until then. */
export interface LinkedFile {
  readonly exportId: string;
  /** The membership its holder acts by; null for a key. */
  readonly membershipId: string | null;
  readonly expiresAt: Temporal.Instant;
}

/** Links to files, bound to one session or one key: in anybody else's hands they are worth nothing. */
export interface FileLinks {
  urlOf(file: LinkedFile, asking: Asking): string;
  /** What an address says it leads to, not yet believed; null for what is no address of ours. */
  read(token: string): LinkedFile | null;
  /** Whether the address was made for whoever asks. */
  isFor(token: string, asking: Asking): boolean;
}

/** Minutes a link is worth something. */
export const linkMinutes = 5;

const shape = /^[A-Za-z0-9_-]{91}$/;
const nobody = '00000000-0000-0000-0000-000000000000';
const macAt = 36;

/** Export, membership and end as bytes, then their keyed digest over them and over whoever the link is for. */
export function fileLinks(secret: string, baseUrl: string): FileLinks {
  const key = derived(secret, 'file link');
  const macOf = (said: Buffer, holder: string) => createHmac('sha256', key).update(said).update(holder).digest();
  return {
    urlOf: (file, asking) => {
      const said = bytesOf(file);
      const token = Buffer.concat([said, macOf(said, holderOf(asking))]).toString('base64url');
      return new URL(`/files/${token}`, baseUrl).href;
    },
    read: (token) => (shape.test(token) ? fileOf(Buffer.from(token, 'base64url')) : null),
    isFor: (token, asking) => {
      const bytes = Buffer.from(token, 'base64url');
      if (!shape.test(token) || bytes.toString('base64url') !== token) return false;
      return timingSafeEqual(bytes.subarray(macAt), macOf(bytes.subarray(0, macAt), holderOf(asking)));
    },
  };
}

/** A person's link dies with the session, a key's with the key. */
const holderOf = ({ session, hat }: Asking) => (session ? `session ${session.sessionId}` : `key ${hat?.principal ?? ''}`);

function bytesOf({ exportId, membershipId, expiresAt }: LinkedFile): Buffer {
  const end = Buffer.alloc(4);
  end.writeUInt32BE(Math.floor(expiresAt.epochMilliseconds / 1000));
  return Buffer.concat([idBytes(exportId), idBytes(membershipId ?? nobody), end]);
}

function fileOf(bytes: Buffer): LinkedFile {
  const membershipId = idAt(bytes, 16);
  return {
    exportId: idAt(bytes, 0),
    membershipId: membershipId === nobody ? null : membershipId,
    expiresAt: Temporal.Instant.fromEpochMilliseconds(bytes.readUInt32BE(32) * 1000),
  };
}

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idAt = (bytes: Buffer, at: number) =>
  bytes.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
