import { EventEmitter, once } from 'node:events';
import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const ways: readonly (() => Promise<unknown>)[] = [
  () => immediate(),
  () => pause(Math.random() * 4),
  () => Promise.resolve(),
  () => {
    const emitter = new EventEmitter();
    setTimeout(() => emitter.emit('go'), Math.random() * 2);
    return once(emitter, 'go');
  },
];

type Query = (this: Client, ...given: unknown[]) => unknown;

/** Every statement of this process waits a little first, each in another way; answers what puts them back. */
export function slowStatements(): () => void {
  const prototype = Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  let turn = 0;
  prototype.query = function slowed(...given) {
    const wait = ways[turn++ % ways.length] ?? immediate;
    if (typeof given.at(-1) === 'function') {
      void wait().then(() => original.apply(this, given));
      return undefined;
    }
    return wait().then(() => original.apply(this, given));
  };
  return () => {
    prototype.query = original;
  };
}
