import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { deliveryActions, deliveryAfter, deliveryStates } from './delivery.ts';
import { readDeliveryReport } from './delivery-report.ts';

const report = (more: string) =>
  `Reporting-MTA: dns; mail.example\r\nOriginal-Envelope-Id: 4f1c\r\n\r\nFinal-Recipient: rfc822; x@y.example\r\n${more}`;

describe('what became of a mail', () => {
  test('a failure, a delay and a delivery are what the report says', () => {
    expect(deliveryActions.map((action) => deliveryAfter('SENT', action))).toEqual([
      'BOUNCED',
      'DELAYED',
      'DELIVERED',
      'SENT',
      'SENT',
    ]);
  });

  test('a delay told late undoes no delivery, and a mail delivered that comes back has failed', () => {
    expect(deliveryAfter('DELIVERED', 'delayed')).toBe('DELIVERED');
    expect(deliveryAfter('DELIVERED', 'failed')).toBe('BOUNCED');
    expect(deliveryAfter('BOUNCED', 'delivered')).toBe('BOUNCED');
    expect(deliveryAfter('WAITING', 'failed')).toBe('BOUNCED');
  });

  test('reports come to the same state in whatever order they arrive', () => {
    const actions = array(constantFrom(...deliveryActions), { minLength: 1, maxLength: 6 });
    const after = (list: readonly (typeof deliveryActions)[number][]) => list.reduce(deliveryAfter, deliveryStates[2]);
    assert(property(actions, (list) => expect(after(list)).toBe(after(list.toReversed()))));
  });
});

describe('a delivery status notification', () => {
  test('names the mail, what was done and the status', () => {
    expect(readDeliveryReport(report('Action: failed\r\nStatus: 5.1.1\r\n'))).toEqual({
      envelopeId: '4f1c',
      action: 'failed',
      status: '5.1.1',
    });
    expect(readDeliveryReport('Reporting-MTA: dns; a\n\nACTION: Delayed (still\n trying)\nstatus:4.4.1 (no answer)')).toEqual({
      envelopeId: null,
      action: 'delayed',
      status: '4.4.1',
    });
  });

  test('is none without an action, without a status, on several people, or of a kind nobody knows', () => {
    for (const text of [
      '',
      'Action: failed\nStatus: 5.1.1',
      report('Action: failed'),
      report('Status: 5.1.1'),
      report('Action: vanished\nStatus: 5.1.1'),
      report('Action: failed\nStatus: 9.9'),
      `${report('Action: failed\nStatus: 5.1.1')}\n\nAction: failed\nStatus: 5.1.1`,
    ])
      expect(readDeliveryReport(text)).toBeNull();
  });

  test('is read whatever is sent, and never breaks', () => {
    assert(property(string({ unit: 'binary', maxLength: 80 }), (text) => void readDeliveryReport(text)));
    const text = string({ unit: constantFrom('a', ':', '.', '\n', ' ', '\t', '5'), maxLength: 200 });
    assert(property(text, (noise) => void readDeliveryReport(`${noise}\n\n${noise}`)));
  });
});
