import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, walled } from '../walls/define-table.ts';
import { actingAdministrator, me, ownSchool } from '../walls/rows.ts';

/** Of the acting school, and of the consortium while one of its administrators acts: what their links are compared with as they leave. */
const isColleague = `exists (select from app.membership m where m.account_id = person.account_id and m.${ownSchool})
  or exists (select from app.consortium_right r where r.account_id = person.account_id and ${actingAdministrator} is not null)`;

const table = defineEntity({
  name: 'Person',
  ...walled('person', [
    allow('SIU', ['app_person'], `account_id = ${me}`),
    allow('S', ['app_candidate'], `account_id = ${me}`),
    allow('S', ['app_effect'], `account_id = ${me} or ${isColleague}`),
  ]),
  properties: {
    accountId: p.uuid().primary(),
    /** The address as verified by the accounts; copied here so that `app` never reads their schema. */
    email: p.text(),
    /** Those it had before: a link may still wait there for what the person has lost since. */
    formerEmails: p.array().columnType('text[]').$type<string[]>().defaultRaw("'{}'"),
    locale: p.enum(['fr', 'en'] as const),
    verifiedAt: instant(),
  },
});
/** The verified address of an account, for all mail that is not the account's own. */
export class Person extends table.class {}
table.setClass(Person);
