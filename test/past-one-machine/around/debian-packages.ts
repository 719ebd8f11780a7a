import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const wanted = { haproxy: '/usr/sbin/haproxy', pgbouncer: '/usr/sbin/pgbouncer' } as const;
const names = Object.keys(wanted) as (keyof typeof wanted)[];

/** Where the two programs are and what they call themselves; or, in words, why they are not there. */
export type Programs =
  | { readonly haproxy: string; readonly pgbouncer: string; readonly versions: Readonly<Record<string, string>> }
  | { readonly missing: string };

/** Installs what is missing of haproxy and pgbouncer by Debian's own installer, and says so; without it or its rights, says why not. */
export function ensurePrograms(say: (line: string) => void): Programs {
  const absent = names.filter((name) => !existsSync(wanted[name]));
  if (absent.length > 0) {
    const refusal = install(absent, say);
    if (refusal !== null) return { missing: refusal };
  }
  return { ...wanted, versions: { haproxy: versionOf('haproxy', ['-v']), pgbouncer: versionOf('pgbouncer', ['-V']) } };
}

function install(absent: readonly string[], say: (line: string) => void): string | null {
  const packages = absent.join(' and ');
  if (!existsSync('/usr/bin/apt-get')) return `${packages} missing, and this machine installs no Debian packages`;
  if (process.getuid?.() !== 0) return `${packages} missing, and only root installs them: apt-get install ${absent.join(' ')}`;
  say(
    `Installing the Debian packages ${packages}, without starting them: apt-get install --no-install-recommends ${absent.join(' ')}`,
  );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...absent], { env, encoding: 'utf8' });
  return done.status === 0 ? null : `${packages} could not be installed: ${lastLine(done.stderr)}`;
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

const versionOf = (name: keyof typeof wanted, words: readonly string[]) =>
  /\d+\.\d+\.\d+\S*/.exec(spawnSync(wanted[name], words, { encoding: 'utf8' }).stdout)?.[0] ?? 'unknown';
