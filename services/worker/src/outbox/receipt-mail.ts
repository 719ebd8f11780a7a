import type { ReceiptRow } from '@guichet/database/outbox/receipt.read';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import type { MailText } from './written-mail.ts';

/** The receipt of a submission (accusé de réception): reference, instant with its zone, schools by name, and until when it may be changed. */
export function receiptMail(receipt: ReceiptRow, locale: 'fr' | 'en', url: string): MailText {
  const { reference, zone } = receipt;
  const received = dateInFull(receipt.receivedAt, locale, zone);
  const closing = dateInFull(receipt.closesAt, locale, zone);
  const schools = receipt.schools.join(', ');
  if (locale === 'fr') {
    return {
      subject: 'Votre dossier est déposé',
      paragraphs: [
        `Votre dossier ${reference} (${receipt.campaign.fr}) est déposé.`,
        `Il a été reçu le ${received}.`,
        `Écoles : ${schools}.`,
        `Vous pouvez le reprendre jusqu’au ${closing}. Conservez ce message.`,
      ],
      link: { act: 'Voir mon dossier', href: url },
    };
  }
  return {
    subject: 'Your application is submitted',
    paragraphs: [
      `Your application ${reference} (${receipt.campaign.en ?? receipt.campaign.fr}) is submitted.`,
      `It was received on ${received}.`,
      `Schools: ${schools}.`,
      `You may revise it until ${closing}. Keep this message.`,
    ],
    link: { act: 'See my application', href: url },
  };
}
