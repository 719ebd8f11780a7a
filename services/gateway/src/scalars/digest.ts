import { textScalar } from './text-scalar.ts';

/** A SHA-256 in lower-case hexadecimal. */
export const Digest = textScalar({
  name: 'Digest',
  description: 'SHA-256 in lower-case hexadecimal, 64 characters (empreinte).',
  read: (text) => (/^[0-9a-f]{64}$/.test(text) ? text : null),
});
