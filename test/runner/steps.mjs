import { asCheck, command } from './command.mjs';
import { jest } from './jest.mjs';
import { install } from './outside-packages.mjs';

const check = (name, program, ...words) => ({ name, run: () => asCheck(command(program, words)) });
const fetched = (name, folder) => ({ name, run: () => asCheck(install(folder)) });
const tool = (name) => `test/quality/node_modules/.bin/${name}`;

/** From the quickest answer to the slowest; all of them run, so that one fault does not hide the next. */
const quality = [
  check('format', 'biome', 'check', '--error-on-warnings', '.'),
  check('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  check('types', 'tsc', '-b'),
  fetched('quality tools', 'test/quality'),
  check('arrows', tool('depcruise'), '--config', '.dependency-cruiser.mjs', 'packages', 'services', 'test'),
  check('dead code', tool('knip'), '--no-progress', '--no-config-hints'),
  check('contract lint', tool('eslint'), '--no-error-on-unmatched-pattern', '--max-warnings=0', 'schema'),
];

/** @param {'check' | 'all' | 'only'} scope; with the last, the paths to test */
export function steps(scope, paths) {
  if (scope === 'only') return [{ name: paths.join(' '), run: () => jest(paths) }];
  if (scope === 'check')
    return [...quality, { name: 'unit and contract tests', run: () => jest(['packages/', 'services/', 'test/contract/']) }];
  return [...quality, fetched('foreign servers', 'test/foreign'), { name: 'all tests', run: () => jest([]) }];
}
