// Development runs the sources: Node strips types by itself, and files with decorators go through swc.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const decorated = /^\s*@[A-Z]/m;
const options = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
  },
  module: { type: 'es6' },
};

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const text = readFileSync(filename, 'utf8');
    if (!decorated.test(text)) return next(url, context);
    return { format: 'module', source: kept(text, filename) ?? transformed(text, filename), shortCircuit: true };
  },
});

// What swc made is kept: a later start reads neither swc nor transforms again. A file's name is of its text, so nothing grows stale.
const folder = fileURLToPath(new URL('node_modules/.cache/decorated/', import.meta.url));
const settings = JSON.stringify(options);
const placeOf = (text, filename) =>
  `${folder}${createHash('sha256').update(settings).update(filename).update('\0').update(text).digest('hex')}.js`;

function kept(text, filename) {
  try {
    return readFileSync(placeOf(text, filename), 'utf8');
  } catch {
    return undefined;
  }
}

let swc;
function transformed(text, filename) {
  swc ??= createRequire(import.meta.url)('@swc/core');
  const { code } = swc.transformSync(text, { ...options, filename });
  keep(placeOf(text, filename), code);
  return code;
}

// Moved in whole: of two starts at once, neither reads half a file. Where nothing can be written, nothing is kept.
function keep(place, code) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${place}.${process.pid}`, code);
    renameSync(`${place}.${process.pid}`, place);
  } catch {}
}
