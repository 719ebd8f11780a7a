import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, consortium, fieldsOf, person, schoolAdmin } from '../permissions/permission.ts';
import { invitationPayloadPermissions, membershipPayloadPermissions } from './membership-payloads.type.ts';

export const membershipPermissions = {
  ...fieldsOf('Membership', allow, ['id', 'school', 'person', 'functions', 'rights', 'version', 'endedAt']),
  ...fieldsOf('Invitation', allow, [
    'id',
    'delivery',
    'state',
    'school',
    'email',
    'displayName',
    'functions',
    'rights',
    'locale',
    'inviter',
    'at',
    'expiresAt',
    'acceptedAt',
    'endedAt',
  ]),
  ...connectionPermissions('Invitation'),
  ...fieldsOf('Administrator', allow, ['id', 'person']),
  ...fieldsOf('SchoolDesk', schoolAdmin, ['invitations']),
  ...fieldsOf('ConsortiumDesk', consortium, ['administrators', 'invitations']),
  ...fieldsOf('Mutation', schoolAdmin, ['inviteMember', 'revokeInvitation', 'setFunctions', 'removeMember']),
  ...fieldsOf('Mutation', person, ['acceptInvitation']),
  ...fieldsOf('Mutation', consortium, [
    'inviteSchoolAdmin',
    'inviteAdministrator',
    'revokeAdministratorInvitation',
    'removeAdministrator',
  ]),
  ...invitationPayloadPermissions('InviteMember'),
  ...invitationPayloadPermissions('RevokeInvitation'),
  ...invitationPayloadPermissions('InviteSchoolAdmin'),
  ...invitationPayloadPermissions('InviteAdministrator'),
  ...invitationPayloadPermissions('RevokeAdministratorInvitation'),
  ...membershipPayloadPermissions('SetFunctions'),
  ...membershipPayloadPermissions('RemoveMember'),
  ...fieldsOf('AcceptInvitationPayload', allow, ['hat', 'userErrors']),
  ...fieldsOf('RemoveAdministratorPayload', allow, ['administrator', 'userErrors']),
};
