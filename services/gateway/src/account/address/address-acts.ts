import type { FastifyInstance } from 'fastify';
import type { Desk } from '../account-acts.ts';
import { textOf } from '../request/account-requests.ts';

const limits = { bodyLimit: 16 * 1024 };

/** A new address: asked for with the password, given by the link mailed to it. */
export function addressActs(scope: FastifyInstance, { accounts, addressOf, sessionOf }: Desk) {
  scope.post('/change-address', limits, async (request) => {
    const session = await sessionOf(request);
    const email = textOf(request, 'email', 'email');
    await accounts.askForAddress(session, {
      email,
      password: textOf(request, 'password', 'password'),
      address: addressOf(request),
    });
    return { status: true };
  });
  scope.post('/confirm-address', limits, async (request, reply) => {
    await accounts.confirmAddress(textOf(request, 'token', 'token'), addressOf(request));
    void reply.header('set-cookie', accounts.cookie.clearing);
    return { status: true };
  });
}
