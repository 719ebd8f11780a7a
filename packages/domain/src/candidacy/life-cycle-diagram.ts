import { type CandidacyState, candidacyTransitions, type Transition } from './life-cycle.ts';

const edge = '[*]';

/** The life of a candidacy as a Mermaid state diagram, printed from its table: event, who fires it, guard; ended states lead out. */
export function lifeCycleDiagram(): string {
  const leaving = new Set(candidacyTransitions.map(({ from }) => from));
  const ended = [...new Set(candidacyTransitions.map(({ to }) => to))].filter((state) => !leaving.has(state));
  return ['stateDiagram-v2', ...candidacyTransitions.map(arrow), ...ended.map((state) => arrowOut(state)), ''].join('\n');
}

function arrow({ from, to, event, who, guard }: Transition): string {
  return `  ${from ?? edge} --> ${to}: ${event} (${who})${guard === null ? '' : `, if ${guard}`}`;
}

const arrowOut = (state: CandidacyState) => `  ${state} --> ${edge}`;
