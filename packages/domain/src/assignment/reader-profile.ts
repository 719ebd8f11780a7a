import { greatestLoad } from './propose-assignments.ts';

/** What is wrong with a reader's profile as given. */
export type ReaderProfileFault =
  | { readonly reason: 'NUMBER_OUT_OF_RANGE'; readonly path: readonly ['largestLoad'] }
  | { readonly reason: 'NOT_A_READER'; readonly path: readonly ['readerId'] }
  | { readonly reason: 'CHOSEN_TWICE'; readonly path: readonly ['specialismIds', string] };

/** Every fault of a profile: only a reviewer has one, a largest load is 1 to 500 or none, a specialism is named once. */
export function faultsOfReaderProfile({
  isReviewer,
  largestLoad,
  specialismIds,
}: {
  readonly isReviewer: boolean;
  readonly largestLoad: number | null;
  readonly specialismIds: readonly string[];
}): readonly ReaderProfileFault[] {
  const isPossible = largestLoad === null || (Number.isInteger(largestLoad) && largestLoad >= 1 && largestLoad <= greatestLoad);
  return [
    ...(isReviewer ? [] : [{ reason: 'NOT_A_READER', path: ['readerId'] } as const]),
    ...(isPossible ? [] : [{ reason: 'NUMBER_OUT_OF_RANGE', path: ['largestLoad'] } as const]),
    ...specialismIds.flatMap((id, place) =>
      specialismIds.indexOf(id) < place ? [{ reason: 'CHOSEN_TWICE', path: ['specialismIds', String(place)] } as const] : [],
    ),
  ];
}
