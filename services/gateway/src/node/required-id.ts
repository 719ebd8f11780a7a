import { decodeId } from '../connection/node-id.ts';
import { notFound } from '../errors/refused.ts';

/** The uuid behind an id of this type; anything else is refused as an unknown one is. */
export function requiredId(type: string, id: string): string {
  const uuid = decodeId(type, id);
  if (uuid === null) throw notFound();
  return uuid;
}

/** The uuids behind some ids of one type; what is none of ours matches nothing, as an unknown one does. */
export const knownIds = (type: string, ids: readonly string[] | null | undefined): readonly string[] | null =>
  ids?.flatMap((id) => decodeId(type, id) ?? []) ?? null;
