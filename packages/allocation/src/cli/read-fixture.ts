import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type JsonRead, readJson } from './read-json.ts';

/** Reads a document; a relative path counts from where the command was typed, which pnpm tells in INIT_CWD. */
export function readDocument(path: string): JsonRead {
  const bytes = readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path));
  return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}
