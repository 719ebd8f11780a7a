import { type DeliveryAction, deliveryActions } from './delivery.ts';

/** What a delivery status notification says of one mail to one person (RFC 3464). */
export interface DeliveryReport {
  /** The mail's own id as it was given when it was sent (ENVID); null when the server repeated none. */
  readonly envelopeId: string | null;
  readonly action: DeliveryAction;
  /** Class, subject and detail, as 5.1.1 (RFC 3463). */
  readonly status: string;
}

const longest = 16_384; // of the part, in code units; servers write a few hundred

type Fields = ReadonlyMap<string, string>;

/**
 * Reads the part `message/delivery-status` of a report (RFC 3464): fields of the mail, an empty line, fields of its recipient. Our mails
 * have one recipient each, so a report on several, or one that says nothing known, is null.
 */
export function readDeliveryReport(text: string): DeliveryReport | null {
  if (text.length > longest) return null;
  const blocks = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n[ \t]*\n+/)
    .map(fieldsOf);
  const [message, recipient, ...others] = blocks;
  if (!message || !recipient || others.length > 0) return null;
  const action = deliveryActions.find((known) => known === valueOf(recipient, 'action'));
  const status = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(valueOf(recipient, 'status') ?? '')?.[0];
  if (action === undefined || status === undefined) return null;
  return { envelopeId: message.get('original-envelope-id') ?? null, action, status };
}

/** A field may go on over further lines that begin with a blank; the first of a name counts. */
function fieldsOf(block: string): Fields {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** A value may be followed by a comment in brackets. */
const valueOf = (fields: Fields, name: string) => fields.get(name)?.split('(')[0]?.trim().toLowerCase();
