import { isLoopback } from './secret.ts';

/** Tells whether an Origin header is the platform's own; on loopback, in development, by any of the machine's names. */
export function originCheck(baseUrl: string, isProduction: boolean): (origin: string | undefined) => boolean {
  const own = new URL(baseUrl);
  const isLocal = !isProduction && isLoopback(own.hostname);
  return (origin) => {
    if (origin === undefined || !URL.canParse(origin)) return false;
    const asked = new URL(origin);
    if (asked.origin !== origin.toLowerCase()) return false;
    if (asked.origin === own.origin) return true;
    return isLocal && isLoopback(asked.hostname) && asked.protocol === own.protocol && asked.port === own.port;
  };
}
