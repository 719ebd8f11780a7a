import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const operations = fileURLToPath(new URL('../../../../schema/operations', import.meta.url));

/** What stands for every name that is not ours: a name is a client's to choose, and might be anybody's. */
const other = 'other';

/**
 * The name an operation is counted under: its own where it is one of the published examples, else `other`. So there are never more names
 * than examples, and no word of a client is kept.
 */
export function operationNames(folder = operations): (name: string | null) => string {
  const known = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.graphql'))
      .flatMap((file) => namesIn(readFileSync(join(folder, file), 'utf8'))),
  );
  return (name) => (name !== null && known.has(name) ? name : other);
}

const namesIn = (document: string) => [...document.matchAll(/^\s*(?:query|mutation)\s+(\w+)/gm)].map(([, name]) => name ?? '');
