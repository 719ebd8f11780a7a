import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const quiet = {
  isDebugEnabled: () => false,
  isTraceEnabled: () => false,
  debug() {},
  info() {},
  trace() {},
  warn() {},
  error: console.error,
  fatal: console.error,
};

/** Writes a copy of the package with every mutant in it, and lists them. */
export async function instrumented(home, copy, globs) {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of ['src', 'test', 'package.json']) cpSync(join(home, part), join(copy, part), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
  // A failure found is enough: no smaller counter-example is looked for.
  writeFileSync(
    join(copy, 'test/stop-at-first-failure.mjs'),
    "import * as fc from 'fast-check';\nfc.configureGlobal({ endOnFailure: true });\n",
  );
  const files = globs
    .flatMap((glob) => globSync(glob, { cwd: home }))
    .map((name) => ({ name: join(copy, name), content: readFileSync(join(home, name), 'utf8'), mutate: true }));
  // What a person reads is not a rule: the words of objections and violations are left alone.
  const { files: written, mutants } = await new Instrumenter(quiet).instrument(files, {
    plugins: null,
    excludedMutations: ['StringLiteral'],
    ignorers: [],
    optionalChaining: true,
  });
  for (const { name, content } of written) writeFileSync(name, `// @ts-nocheck\n${content}`);
  return mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ id, fileName, mutatorName, replacement, location }) => ({
      id,
      file: relative(copy, fileName),
      mutatorName,
      replacement,
      line: location.start.line + 1,
    }));
}
