import { programmeFaults } from './programme-faults.ts';
import { absentOr, faultIf, groupFaults, isObject, type Json, listFaults } from './shape-faults.ts';

/** The faults of preference lists and programmes. */
export function marketFaults(document: Json, rounds: boolean): readonly string[] {
  const { candidates, programmes, dirty, groups } = document;
  const known = isObject(candidates) ? candidates : {};
  const places = isObject(programmes) ? programmes : {};
  return [
    ...faultIf(!isObject(candidates), 'candidates is no object'),
    ...faultIf(!isObject(programmes), 'programmes is no object'),
    ...absentOr(dirty, (value) => typeof value === 'boolean', 'dirty is no boolean'),
    ...groupFaults(groups),
    ...Object.entries(known).flatMap(([id, list]) => [
      ...listFaults(list, `the list of ${id}`),
      ...(dirty === true || !Array.isArray(list)
        ? []
        : list.flatMap((choice) => faultIf(!Object.hasOwn(places, String(choice)), `${id} lists an unknown programme`))),
    ]),
    ...Object.entries(places).flatMap(([id, programme]) =>
      programmeFaults(programme, { document, known, rounds }).map((fault) => `programme ${id}: ${fault}`),
    ),
  ];
}
