import { Refused } from '../terminal/refused.ts';

/** Where something was to listen, and the settings that name host and port. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly settings: readonly [host: string, port: string];
}

/** Why nothing listens there, in words that name the setting to change; any other failure as it came. */
export function notListening(error: unknown, { host, port, settings: [hostName, portName] }: Place): unknown {
  const { code, syscall, hostname } = error as NodeJS.ErrnoException & { readonly hostname?: string };
  const isOfPlace = syscall === 'listen' || (syscall === 'getaddrinfo' && hostname === host);
  if (!isOfPlace) return error;
  if (code === 'EADDRINUSE')
    return new Refused(
      `Port ${port} of ${host} is taken by another program. Stop that one, or name another port in ${portName}.`,
    );
  if (code === 'EACCES')
    return new Refused(`Port ${port} of ${host} is not open to this account. Name one from 1024 on in ${portName}.`);
  return new Refused(`This machine has no address ${host} to listen on (${code}). Name one of its own in ${hostName}.`);
}
