import { bindingKeys, loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { createMailer } from '@guichet/worker/mail/mailer';
import { type OutboxRelay, relayOutbox } from '@guichet/worker/outbox/outbox-relay';

/** A relay as a process of its own, so that it can be stopped like one: sends the next mail when it is told to, and tells what it logged. */
const { RELAY_DATABASE: databaseUrl = '', RELAY_SECRET: secret = '', RELAY_SMTP: smtpUrl = '' } = process.env;
const orm = await createOrm({ url: loginUrl(databaseUrl, 'app_work', secret), connections: 2 });
const mailer = createMailer({ smtpUrl, from: 'Guichet <no-reply@guichet.test>' });
const said: string[] = [];
const note = (_fields: object, message: string) => void said.push(message);
const relay: OutboxRelay = {
  binding: { orm, ...bindingKeys(secret) },
  mailer,
  url: 'http://guichet.test',
  log: { warn: note, error: note },
};
process.on('message', () => void relayOutbox(relay).then((tried) => process.send?.({ tried, said })));
process.on('disconnect', () => process.exit());
process.send?.({ tried: 0, said });
