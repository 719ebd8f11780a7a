import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, walled } from '../walls/define-table.ts';
import { actingAdministrator, anyone, me, ownSchool, presented } from '../walls/rows.ts';

const functionsAreKnown = (name: string) => ({
  name,
  expression: `functions <@ array['ADMIN', 'OFFICER', 'REVIEWER', 'OBSERVER'] and cardinality(functions) > 0`,
});

const membership = defineEntity({
  name: 'Membership',
  ...walled(
    'membership',
    [
      allow('S', ['app_person'], `account_id = ${me}`),
      allow('S', ['app_reviewer'], `${ownSchool} and account_id = ${me}`),
      allow('S', ['app_school'], ownSchool),
      // A membership is made by an accepted invitation alone, and never passes to another account.
      allow('U', ['app_school'], ownSchool, ['functions', 'ended_at', 'version']),
      // A key reads the names of those who wrote, and nothing of what they may do.
      allow('S', ['app_key'], ownSchool, ['school_id', 'id', 'account_id', 'display_name']),
      allow('S', ['app_platform'], anyone, ['id', 'school_id', 'account_id', 'functions', 'ended_at']),
      // One's own, as an invitation is accepted; those of the acting school, as a link of somebody removed ends.
      allow('S', ['app_effect'], `account_id = ${me} or ${ownSchool}`),
      allow('IU', ['app_effect'], `account_id = ${me}`),
    ],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    accountId: p.uuid().index(),
    displayName: p.text(),
    functions: p.array().columnType('text[]').$type<SchoolFunction[]>(),
    endedAt: instantOrNull(),
    /** When functions or the membership itself last changed: an invitation sent before gives nothing back. Null: never. */
    changedAt: instantOrNull(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['schoolId', 'accountId'] }],
  checks: [functionsAreKnown('membership_functions_are_known')],
});
/** What one person may do in one school (fonctions). */
export class Membership extends membership.class {}
membership.setClass(Membership);

/** An administrator of the consortium is at work, and not somebody who holds the right and does something else. */
const ofTheConsortium = `${actingAdministrator} is not null`;

const right = defineEntity({
  name: 'ConsortiumRight',
  ...walled('consortium_right', [
    allow('S', ['app_person'], `account_id = ${me}`),
    allow('SIU', ['app_platform'], anyone),
    allow('S', ['app_effect'], `account_id = ${me} or ${ofTheConsortium}`),
    allow('IU', ['app_effect'], `account_id = ${me}`),
  ]),
  properties: { id: randomId().primary(), accountId: p.uuid().unique(), displayName: p.text(), endedAt: instantOrNull() },
});
/** The right to administer the consortium. */
export class ConsortiumRight extends right.class {}
right.setClass(ConsortiumRight);

/** Whoever holds the link presents its digest; the effect judges whether it still stands. */
const shown = `digest = ${presented}`;

const invitation = defineEntity({
  name: 'Invitation',
  ...walled(
    'invitation',
    [
      allow('S', ['app_person'], shown, [
        'school_id',
        'id',
        'email',
        'functions',
        'display_name',
        'locale',
        'at',
        'expires_at',
        'accepted_at',
        'ended_at',
      ]),
      allow('S', ['app_school'], ownSchool),
      allow('I', ['app_school'], `${ownSchool} and not by_consortium`),
      allow('U', ['app_school'], ownSchool, ['ended_at']),
      // Whom a school invites is the school's own.
      allow('SI', ['app_platform'], `${anyone} and by_consortium`),
      allow('U', ['app_platform'], `${anyone} and by_consortium`, ['ended_at']),
      // Accepted by its link, or ended by the school that removes whom it was sent to.
      allow('S', ['app_effect'], `${shown} or ${ownSchool}`),
      allow('U', ['app_effect'], `${shown} or ${ownSchool}`, ['accepted_at', 'ended_at']),
      // Whose it is, to tell that school what became of its mail.
      allow('S', ['app_relay'], anyone, ['school_id', 'id']),
    ],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    email: p.text(),
    displayName: p.text(),
    /** The language its mail is written in; whoever invites knows the person, the platform may not. */
    locale: p.enum(['fr', 'en'] as const).default('fr'),
    functions: p.array().columnType('text[]').$type<SchoolFunction[]>(),
    digest: p.blob().index(),
    inviterId: p.uuid(),
    /** Sent by the consortium, as a school's first administrator is invited. */
    byConsortium: p.boolean().default(false),
    at: instant(),
    expiresAt: instant(),
    acceptedAt: instantOrNull(),
    endedAt: instantOrNull(),
  },
  indexes: [{ properties: ['schoolId', 'at', 'id'] }],
  checks: [functionsAreKnown('invitation_functions_are_known')],
});
/** A single-use link to a school, bound to one address (invitation). */
export class Invitation extends invitation.class {}
invitation.setClass(Invitation);

const consortiumInvitation = defineEntity({
  name: 'ConsortiumInvitation',
  ...walled('consortium_invitation', [
    allow('S', ['app_person'], shown, ['id', 'email', 'display_name', 'locale', 'expires_at', 'accepted_at', 'ended_at']),
    allow('SI', ['app_platform'], anyone),
    allow('U', ['app_platform'], anyone, ['ended_at']),
    allow('S', ['app_effect'], `${shown} or ${ofTheConsortium}`),
    allow('U', ['app_effect'], `${shown} or ${ofTheConsortium}`, ['accepted_at', 'ended_at']),
  ]),
  properties: {
    id: randomId().primary(),
    email: p.text(),
    displayName: p.text(),
    locale: p.enum(['fr', 'en'] as const).default('fr'),
    digest: p.blob().index(),
    inviterId: p.uuid(),
    at: instant(),
    expiresAt: instant(),
    acceptedAt: instantOrNull(),
    endedAt: instantOrNull(),
  },
});
/** A single-use link to the consortium's right, bound to one address. */
export class ConsortiumInvitation extends consortiumInvitation.class {}
consortiumInvitation.setClass(ConsortiumInvitation);

const isPerson = 'exists (select from app.person p where p.account_id = invitation_acceptance.account_id)';

const acceptance = defineEntity({
  name: 'InvitationAcceptance',
  ...walled('invitation_acceptance', [
    allow('I', ['app_person'], `account_id = ${me}`),
    // Of those whose address an effect may read.
    allow('S', ['app_effect'], `account_id = ${me} or ${isPerson}`, ['invitation_id', 'account_id']),
  ]),
  properties: { invitationId: p.uuid().primary(), accountId: p.uuid(), at: instant() },
});
/** The acceptance of an invitation; the effect makes the membership or the right, or fails. */
export class InvitationAcceptance extends acceptance.class {}
acceptance.setClass(InvitationAcceptance);
