import { beyond, faultIf, isObject, isWhole, type Json, listFaults } from './shape-faults.ts';

/** The faults of a market of scores (kind ties). */
export function scoreFaults({ candidates, programmes }: Json): readonly string[] {
  if (!isObject(candidates) || !isObject(programmes)) return ['candidates or programmes is no object'];
  const strange = (list: unknown) => Array.isArray(list) && list.some((choice) => !Object.hasOwn(programmes, String(choice)));
  return [
    ...Object.entries(candidates).flatMap(([id, list]) => [
      ...listFaults(list, `the list of ${id}`),
      ...faultIf(strange(list), `${id} lists an unknown programme`),
    ]),
    ...Object.values(programmes).flatMap((programme) => {
      if (!isObject(programme)) return ['a programme is no object'];
      const { capacity, scores } = programme;
      const right =
        isObject(scores) &&
        Object.entries(scores).every(([id, score]) => Object.hasOwn(candidates, id) && Number.isFinite(score));
      return [
        ...beyond(programme, ['capacity', 'scores', 'school']),
        ...faultIf(!isWhole(capacity), 'the capacity is no count'),
        ...faultIf(!right, 'the scores are wrong'),
      ];
    }),
  ];
}
