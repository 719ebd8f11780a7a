import { type DeliveryReport, readDeliveryReport } from '@guichet/domain/mail/delivery-report';
import { type ParsedMail, simpleParser } from 'mailparser';

// Without `keepDeliveryStatus` the library shows the report among the words of the mail, where anybody could have written it.
const options = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
} as const;

/** The report a mail bears (RFC 3464, `multipart/report`), or null when it is any other mail. */
export async function reportIn(raw: Buffer): Promise<DeliveryReport | null> {
  const mail = await simpleParser(raw, options);
  if (!isReport(mail)) return null;
  const part = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  return part === undefined ? null : readDeliveryReport(part.content.toString('utf8'));
}

function isReport({ headers }: ParsedMail): boolean {
  const type = headers.get('content-type') as { value?: string; params?: Readonly<Record<string, string>> } | undefined;
  // Types are written in any case (RFC 2045), and some servers write them with capitals.
  return type?.value?.toLowerCase() === 'multipart/report' && type.params?.['report-type']?.toLowerCase() === 'delivery-status';
}
