import { isLoopback } from '../secret.ts';

/** Tells whether an Origin header is the platform's own. */
export type OriginCheck = (origin: string | undefined, localPort: number | undefined) => boolean;

/** In development the machine's own names are the platform's too, at the port it listens on or is told to be reached by. */
export function originCheck(baseUrl: string, isProduction: boolean): OriginCheck {
  const own = new URL(baseUrl);
  return (origin, localPort) => {
    if (origin === undefined || !URL.canParse(origin)) return false;
    const asked = new URL(origin);
    if (asked.origin !== origin) return false;
    if (asked.origin === own.origin) return true;
    const isOwnPort = [own.port, String(localPort)].includes(asked.port);
    return !isProduction && isLoopback(asked.hostname) && asked.protocol === 'http:' && isOwnPort;
  };
}
