import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Runs a program of ours; its words are kept for the case that it fails; `shown` lets its account of the way (stderr) through. */
export async function command(program, words, { cwd = root, shown = false } = {}) {
  const child = spawn(program, words, { cwd, stdio: ['ignore', 'pipe', shown ? 'inherit' : 'pipe'] });
  let output = '';
  const keep = (text) => {
    output += text;
  };
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  try {
    const [code, signal] = await once(child, 'close');
    return { ended: code === 0, output: signal ? `${output}\nended by ${signal}` : output };
  } catch (error) {
    return { ended: false, output: error.message };
  }
}

/** A step that is one check: it counts as one test, and its words are shown when it fails. */
export async function asCheck(running) {
  const { ended, output } = await running;
  return ended ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}
