import type { FastifyRequest } from 'fastify';
import { AccountRefusal } from '../refusal/refusal.ts';

const longest = { email: 320, password: 1024, token: 2048, code: 32 } as const;

/** One text of the body; anything but a text of ordinary length is refused, a list of texts above all. */
export function textOf(request: FastifyRequest, name: string, kind: keyof typeof longest): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new AccountRefusal('BAD_USER_INPUT');
  const text = Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined;
  if (typeof text !== 'string' || text === '' || text.length > longest[kind]) throw new AccountRefusal('BAD_USER_INPUT');
  if (kind === 'token' && !/^[\x21-\x7e]+$/.test(text)) throw new AccountRefusal('BAD_USER_INPUT');
  return text;
}

/** Addresses to go on to are never taken from a request: a link that we follow for somebody else leads where they want. */
export function refuseOnward(request: FastifyRequest): void {
  const { body, query } = request;
  const given = { ...(typeof body === 'object' ? body : {}), ...(typeof query === 'object' ? query : {}) };
  if (Object.keys(given).some(isOnward)) throw new AccountRefusal('BAD_USER_INPUT');
}

const isOnward = (name: string) => /callback|redirect|return.?(to|url)|^next$/i.test(name);

const json = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** JSON in plain UTF-8 alone, before the body is read: no form of another site can send that. */
export const isPlainJson = (request: FastifyRequest) =>
  json.test(request.headers['content-type'] ?? '') && request.headers['content-encoding'] === undefined;
