import type { PersonName } from '../../canary-world.ts';
import { copyOf } from '../../matrix/left-behind/copied-rows.ts';
import { type Change, inRows } from './change.ts';
import { ofA } from './of-the-other-school.ts';
import { A, B, candidacy, candidate, candidateAccount } from './rows.ts';

const c1 = `candidate_id = ${candidate('C1')}`;
const ofB: readonly PersonName[] = ['OB', 'AB', 'RB1', 'KB'];
const reordered = (column: string) => `(select jsonb_agg(case when c ? 'preferenceRank'
  then jsonb_set(c, '{preferenceRank}', to_jsonb(3 - (c ->> 'preferenceRank')::int)) else c end order by n desc)
  from jsonb_array_elements(${column}) with ordinality as l(c, n))`;

/** The first candidate's two schools, wanted the other way round. */
export const inAnotherOrder: readonly string[] = [
  `update app.preference set rank = rank + 10 where ${c1}`,
  `update app.preference set rank = 13 - rank where ${c1}`,
  `update app.application set choices = ${reordered('choices')} where ${c1}`,
  `update app.snapshot set content = jsonb_set(content, '{choices}', ${reordered(`content -> 'choices'`)}) where ${c1}`,
];

/** Somebody whom nobody in the fixture plays. */
const stranger =
  '(select c.id from app.candidate c where not exists (select from app.person p where p.account_id = c.account_id))';

const copies = ['assignment', 'opening', 'dossier_head', 'dossier_identity', 'dossier_content', 'dossier_specialism'];
const common = candidacy('C1', B);

/** What a candidate holds that no school, or not this one, may learn. */
export const ofCandidates: readonly Change[] = [
  inRows('the order of preference', [...ofA, ...ofB, 'OP', 'C2'], inAnotherOrder),
  inRows(
    'the other candidacy',
    [...ofA, 'C2'],
    [
      ...['filing', 'choice', 'preference'].map((table) => `delete from app.${table} where ${c1} and school_id = ${B}`),
      `update app.application set choices = choices - 1 where ${c1}`,
      ...copies.map((table) => `delete from app.${table} where candidacy_id = ${common}`),
      `delete from app.audit where school_id = ${B} and object_id = ${common}`,
      `update app.totals set n = n - 1 where school_id = ${B}`,
      `delete from app.candidacy where id = ${common}`,
    ],
  ),
  inRows(
    'a recall',
    [...ofA, ...ofB, 'OP', 'C2'],
    [
      `insert into app.recall (candidate_id, id, application_id, at) select candidate_id, gen_random_uuid(), id, app.clock() from app.application where ${c1}`,
      `update app.application set is_being_revised = true, version = version + 1, answers = '{"motivation": "Autre"}' where ${c1}`,
    ],
  ),
  inRows(
    'another candidate’s draft',
    [...ofA, 'OB', 'C1', 'C2', 'OP'],
    [
      'insert into app.candidate (id, account_id) values (gen_random_uuid(), gen_random_uuid())',
      copyOf('application', `candidate_id = ${candidate('C5')}`, {
        candidate_id: stranger,
        reference: `'ASTG3-27-22222'`,
      }),
    ],
  ),
  inRows(
    'words of another candidate’s draft',
    [...ofA, 'OB', 'C1', 'C2', 'OP'],
    [
      `update app.application set answers = '{"motivation": "Autre"}', version = version + 3 where candidate_id = ${candidate('C5')}`,
      `update app.candidate set identity = jsonb_set(identity, '{lastName}', '"Autre"') where id = ${candidate('C5')}`,
    ],
  ),
  inRows(
    'special arrangements',
    [...ofA, ...ofB, 'OP', 'C2'],
    [`update app.special_arrangement set content = jsonb_set(content, '{text}', '"Autre"'), submitted = null where ${c1}`],
  ),
  inRows(
    'another’s received dossier',
    ['RA1', 'OB', 'KB', 'C1', 'C3'],
    [
      `update app.dossier_identity set last_name = 'Autre', search_key = 'autre' where candidacy_id = ${candidacy('C2', A)}`,
      `update app.dossier_content set content = jsonb_set(content, '{answers,motivation}', '"Autre"') where candidacy_id = ${candidacy('C2', A)}`,
      `update app.candidacy set state = 'ADMISSIBLE', version = version + 1 where id = ${candidacy('C2', A)}`,
    ],
  ),
  inRows(
    'a withdrawal from B',
    [...ofA, 'RB1', 'C1', 'C2'],
    [
      `insert into app.withdrawal (school_id, id, candidacy_id, candidate_id, dossier_number, reason, at)
        select school_id, gen_random_uuid(), id, candidate_id, 1, 'FINANCIAL', app.clock() from app.candidacy where id = ${candidacy('C3', B)}`,
      `update app.candidacy set state = 'WITHDRAWN', version = version + 1 where id = ${candidacy('C3', B)}`,
    ],
  ),
  inRows(
    'who else typed an institution',
    [...ofA, 'OB', 'OP', 'C2'],
    [
      `insert into app.free_institution select ${candidate('C5')}, gen_random_uuid(), name, country, search_key, at from app.free_institution where ${c1}`,
    ],
  ),
  inRows(
    'mail and devices of another',
    [...ofA, 'OB', 'C2'],
    [
      copyOf('outbox', `recipient_id = ${candidateAccount('C1')}`, { at: `x.at - interval '1 minute'` }),
      `update auth.session set last_used_at = last_used_at - interval '5 minutes', user_agent = 'Autre' where user_id = ${candidateAccount('C1')}`,
    ],
  ),
];
