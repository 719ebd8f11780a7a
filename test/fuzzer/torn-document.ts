import { integerFrom, oneOf, type Random } from '@guichet/platform/synthetic/random';
import { chance, markOf } from './hostile-values.ts';
import type { Written } from './written-document.ts';

const aliens = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '"""',
  '$',
  '@skip(if: true)',
  '@defer',
  '...',
  '...on Query',
  '!',
  'null',
  'subscription',
];

/** A third of what was written is torn somewhere: a token lost, doubled, moved, made alien; rarely the whole text is cut. */
export function torn(written: Written, random: Random): Written {
  if (!chance(random, 0.33)) return written;
  const tokens = written.query.split(/(?<=[\s{}():,$!])|(?=[\s{}():,$!])/);
  const at = integerFrom(random, 0, tokens.length - 1);
  const ways: readonly (() => readonly string[])[] = [
    () => tokens.toSpliced(at, 1),
    () => tokens.toSpliced(at, 0, tokens[at] ?? ''),
    () => tokens.toSpliced(at, 1, oneOf(random, aliens)),
    () => tokens.toSpliced(at, 0, ` ${markOf(random)} `),
    () => tokens.toSpliced(at, 1, markOf(random)),
    () => tokens.slice(0, at),
    () => [...tokens, ...tokens],
  ];
  return { ...written, query: oneOf(random, ways)().join('') };
}
