import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { anyone, me } from '../walls/rows.ts';

const table = defineEntity({
  name: 'DeadlineMove',
  ...walled(
    'deadline_move',
    [allow('S', ['app_platform'], anyone), allow('I', ['app_platform'], `author_id = ${me}`)],
    ['foreign key (campaign_id) references app.campaign (id)'],
  ),
  properties: {
    id: randomId().primary(),
    campaignId: p.uuid().index(),
    fromAt: instant(),
    toAt: instant(),
    reason: p.text(),
    authorId: p.uuid(),
    at: instant(),
  },
});
/** A deadline moved: a recorded act with its author and reason (report de la clôture). */
export class DeadlineMove extends table.class {}
table.setClass(DeadlineMove);
