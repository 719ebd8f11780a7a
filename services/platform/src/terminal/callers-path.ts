import { resolve } from 'node:path';

/** A file as the caller's folder knows it: pnpm runs scripts from the root. */
export const callersPath = (file: string): string => resolve(process.env['INIT_CWD'] ?? '.', file);
