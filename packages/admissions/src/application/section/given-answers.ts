import type { Unfinished } from '@guichet/domain/application/application';
import { tidied } from '@guichet/domain/text/tidied';

/** Answers as they arrive: one left out stays as it was, null empties it. */
export type Given<Section> = { readonly [Answer in keyof Section]?: Section[Answer] | null };

/** A section after an act: the answers given over those stored, in their stored form; an answer never given is null. */
export const answersAfter = <Section extends object>(
  blank: { readonly [Answer in keyof Section]: null },
  stored: Unfinished<Section> | null,
  given: Given<Section>,
): Unfinished<Section> => tidied({ ...blank, ...stored, ...given }) as Unfinished<Section>;
