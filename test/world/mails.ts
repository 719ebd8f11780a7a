import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { OutgoingMail } from '@guichet/worker/mail/mailer';
import { relayOutbox } from '@guichet/worker/outbox/outbox-relay';
import { secret } from './server.ts';
import type { World } from './world.ts';

/** Lets the worker send what waits at this instant, and answers the mails as their readers get them. */
export async function sentMails(world: World): Promise<readonly OutgoingMail[]> {
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 2 });
  try {
    const taken: OutgoingMail[] = [];
    const send = async (mail: OutgoingMail) => {
      taken.push(mail);
      return 250;
    };
    const log = { warn: () => {}, error: () => {} };
    const relay = {
      binding: { ...world.gateway.binding, orm },
      mailer: { send, close: () => {} },
      url: 'http://guichet.test',
      log,
    };
    while ((await relayOutbox(relay)) > 0);
    return taken;
  } finally {
    await orm.close();
  }
}

/** The token of a mail's link: what stands behind its #. */
export const tokenIn = ({ text }: OutgoingMail): string => /\/join#(\S+)/.exec(text)?.[1] ?? '';
