import { deliveryStates } from '@guichet/domain/mail/delivery';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, walled } from '../walls/define-table.ts';
import { anyone, ownSchool } from '../walls/rows.ts';

const table = defineEntity({
  name: 'InvitationDelivery',
  ...walled(
    'invitation_delivery',
    [
      allow('SIU', ['app_relay'], anyone),
      allow('S', ['app_school'], ownSchool),
      // For the invitations it sent itself to a school's first administrator.
      allow('S', ['app_platform'], anyone),
    ],
    ['foreign key (school_id, invitation_id) references app.invitation (school_id, id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    invitationId: p.uuid().primary(),
    state: p.enum(deliveryStates),
    stateAt: instant(),
  },
});
/** What became of the mail of one invitation, for the school that sent it (remise d’une invitation). */
export class InvitationDelivery extends table.class {}
table.setClass(InvitationDelivery);
