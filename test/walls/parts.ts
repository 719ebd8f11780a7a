/** One long proof: the program that runs it, and the name of the report it keeps. */
export interface Part {
  readonly name: string;
  readonly program: string;
  readonly proves: string;
}

/** The long forms, from the quickest to the slowest. A part that is listed and does not exist is told, and counts as failed. */
export const parts: readonly Part[] = [
  {
    name: 'injection',
    program: 'test/tenancy/injection/run.ts',
    proves: 'what SQL slipped into a request reaches, under each role',
  },
  { name: 'matrix', program: 'test/tenancy/matrix/run.ts', proves: 'every field × every principal × every kind of id' },
  { name: 'chaos', program: 'test/tenancy/chaos/run.ts', proves: 'the matrix while connections break and answers wait' },
  { name: 'abuse', program: 'test/abuse/run.ts', proves: 'attack documents beside an honest user' },
  { name: 'secrecy', program: 'test/tenancy/secrecy/run.ts', proves: 'preference order of 4,000 candidates, attacked' },
  { name: 'time', program: 'test/tenancy/time/run.ts', proves: 'a foreign id against a random one, by the time of the answer' },
  { name: 'twins', program: 'test/tenancy/twins/run.ts', proves: '200 pairs of worlds, 300 steps each, byte by byte' },
];
