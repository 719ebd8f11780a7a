import type { FastifyInstance } from 'fastify';
import type { Desk } from '../account-acts.ts';
import { textOf } from '../request/account-requests.ts';

const limits = { bodyLimit: 16 * 1024 };

/** The second step of signing in, and everything that changes a factor: one code a request, and the password again. */
export function factorActs(scope: FastifyInstance, { accounts, addressOf, sessionOf, mustHaveFactor }: Desk) {
  scope.post('/sign-in/code', limits, async (request, reply) => {
    const given = { code: textOf(request, 'code', 'code'), address: addressOf(request) };
    const { accountId, email, token } = await accounts.signInByCode(request.headers.cookie, given);
    void reply.header('set-cookie', accounts.cookie.setting(token));
    return { user: { id: accountId, email, emailVerified: true } };
  });
  scope.post('/account', limits, async (request) => {
    const { accountId, email, hasSecondFactor } = await sessionOf(request);
    const [isRequired, backupCodesLeft] = [await mustHaveFactor(accountId), await accounts.backupCodesLeft(accountId)];
    return { email, hasSecondFactor, isRequired, backupCodesLeft };
  });
  scope.post('/second-factor/offer', limits, async (request) => {
    const session = await sessionOf(request);
    return accounts.offerFactor(session, { password: textOf(request, 'password', 'password'), address: addressOf(request) });
  });
  scope.post('/second-factor/confirm', limits, async (request, reply) => {
    const session = await sessionOf(request);
    const given = { code: textOf(request, 'code', 'code'), address: addressOf(request) };
    const { token, backupCodes } = await accounts.confirmOffered(session, given);
    void reply.header('set-cookie', accounts.cookie.setting(token));
    return { backupCodes };
  });
  changes(scope, { accounts, addressOf, sessionOf });
}

function changes(scope: FastifyInstance, { accounts, addressOf, sessionOf }: Pick<Desk, 'accounts' | 'addressOf' | 'sessionOf'>) {
  scope.post('/second-factor/backup-codes', limits, async (request) => {
    const session = await sessionOf(request);
    const password = textOf(request, 'password', 'password');
    const proof = { password, code: textOf(request, 'code', 'code'), address: addressOf(request) };
    return { backupCodes: await accounts.renewBackupCodes(session, proof) };
  });
  scope.post('/second-factor/switch-off', limits, async (request, reply) => {
    const session = await sessionOf(request);
    const password = textOf(request, 'password', 'password');
    const proof = { password, code: textOf(request, 'code', 'code'), address: addressOf(request) };
    void reply.header('set-cookie', accounts.cookie.setting(await accounts.switchOff(session, proof)));
    return { status: true };
  });
}
