import { plainBase64url } from './base64url.ts';

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The opaque id of a node: base64url of `Type:uuid`, letters and a uuid’s signs alone. */
export const encodeId = (type: string, uuid: string): string => plainBase64url(`${type}:${uuid}`);

/** The uuid behind an id of this type; null for anything else, which then answers as an unknown one does. */
export const decodeId = (type: string, id: string): string | null => {
  const found = readId(id);
  return found?.type === type ? found.uuid : null;
};

/** Type and uuid behind any id, for `node`; null when it is none of ours or not in its one spelling. */
export const readId = (id: string): { readonly type: string; readonly uuid: string } | null => {
  if (id.length > 200) return null;
  const [type = '', uuid = '', ...rest] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  if (rest.length > 0 || !/^[A-Z][A-Za-z]{1,60}$/.test(type) || !uuid4.test(uuid)) return null;
  return encodeId(type, uuid) === id ? { type, uuid } : null;
};
