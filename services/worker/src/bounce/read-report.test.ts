import { expect, test } from '@jest/globals';
import { reportIn } from './read-report.ts';

const mail = (type: string) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mail.example',
      'MIME-Version: 1.0',
      `Content-Type: ${type}; boundary="b"`,
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example',
      '',
      'Final-Recipient: rfc822; claire@candidat.example',
      'Action: failed',
      'Status: 5.1.1',
      '--b--',
      '',
    ].join('\r\n'),
  );

test('a report is known by its type in any case, and by no other', async () => {
  const failed = { envelopeId: null, action: 'failed', status: '5.1.1' };
  expect(await reportIn(mail('multipart/report; report-type=delivery-status'))).toEqual(failed);
  expect(await reportIn(mail('Multipart/Report; Report-Type=Delivery-Status'))).toEqual(failed);
  expect(await reportIn(mail('multipart/mixed; report-type=delivery-status'))).toBeNull();
  expect(await reportIn(mail('multipart/report; report-type=disposition-notification'))).toBeNull();
});
