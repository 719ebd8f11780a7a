-- The catalogue gate: each row is a fault (kind, object, detail). Run on the migrated, empty database, as any role that may connect.
-- Kinds are numbered as in the design of isolation, section 3, the last as it came. The lists down to the line of dashes are the only part written by hand, and
-- written apart from the `allow` lines beside the tables, so that they check them. A change of a wall is made twice: there and here.
with
role_of(name, kind) as (values
  ('app_login', 'login'), ('app_work', 'login'), ('app_public', 'request'), ('app_person', 'request'), ('app_candidate', 'request'),
  ('app_school', 'request'), ('app_key', 'request'), ('app_reviewer', 'request'), ('app_platform', 'request'),
  ('app_relay', 'narrow'), ('app_totals', 'narrow'), ('app_sealer', 'narrow'), ('app_jobs', 'narrow'), ('app_effect', 'effect')),
public_class(t) as (values                           -- read without a setting of the principal
  ('school'), ('campaign'), ('campaign_member'), ('notice_version'), ('specialism'), ('country'), ('institution'), ('mention'), ('institution_alias')),
two_ways(name, text) as (values                      -- policies with an alternative, each proved by a test, to the letter; blanks as one
  ('totals_delta_effect_insert', ' ; ((school_id = ( SELECT app.acting_school() AS acting_school)) OR (EXISTS ( SELECT FROM app.candidacy c WHERE ((c.school_id = totals_delta.school_id) AND (c.candidate_id = ( SELECT app.acting_candidate() AS acting_candidate))))))'),
  ('consortium_invitation_effect_select', '((digest = ( SELECT app.presented() AS presented)) OR (( SELECT app.acting_administrator() AS acting_administrator) IS NOT NULL)) ; '),
  ('consortium_invitation_effect_update', '((digest = ( SELECT app.presented() AS presented)) OR (( SELECT app.acting_administrator() AS acting_administrator) IS NOT NULL)) ; ((digest = ( SELECT app.presented() AS presented)) OR (( SELECT app.acting_administrator() AS acting_administrator) IS NOT NULL))'),
  ('consortium_right_effect_select', '((account_id = ( SELECT app.principal() AS principal)) OR (( SELECT app.acting_administrator() AS acting_administrator) IS NOT NULL)) ; '),
  ('invitation_acceptance_effect_select', '((account_id = ( SELECT app.principal() AS principal)) OR (EXISTS ( SELECT FROM app.person p WHERE (p.account_id = invitation_acceptance.account_id)))) ; '),
  ('invitation_effect_select', '((digest = ( SELECT app.presented() AS presented)) OR (school_id = ( SELECT app.acting_school() AS acting_school))) ; '),
  ('invitation_effect_update', '((digest = ( SELECT app.presented() AS presented)) OR (school_id = ( SELECT app.acting_school() AS acting_school))) ; ((digest = ( SELECT app.presented() AS presented)) OR (school_id = ( SELECT app.acting_school() AS acting_school)))'),
  ('membership_effect_select', '((account_id = ( SELECT app.principal() AS principal)) OR (school_id = ( SELECT app.acting_school() AS acting_school))) ; '),
  ('person_effect_select', '((account_id = ( SELECT app.principal() AS principal)) OR (EXISTS ( SELECT FROM app.membership m WHERE ((m.account_id = person.account_id) AND (m.school_id = ( SELECT app.acting_school() AS acting_school))))) OR (EXISTS ( SELECT FROM app.consortium_right r WHERE ((r.account_id = person.account_id) AND (( SELECT app.acting_administrator() AS acting_administrator) IS NOT NULL))))) ; '),
  ('candidacy_effect_update', '((candidate_id = ( SELECT app.acting_candidate() AS acting_candidate)) OR (school_id = ( SELECT app.acting_team() AS acting_team))) ; ((candidate_id = ( SELECT app.acting_candidate() AS acting_candidate)) OR (school_id = ( SELECT app.acting_team() AS acting_team)))'),
  ('candidacy_effect_select', '((candidate_id = ( SELECT app.acting_candidate() AS acting_candidate)) OR (school_id = ( SELECT app.acting_team() AS acting_team)) OR ((''00000000-0000-4000-8000-000000000001''::uuid = ( SELECT app.principal() AS principal)) AND (EXISTS ( SELECT FROM app.campaign k WHERE ((k.id = candidacy.campaign_id) AND (k.state = ''CLOSED''::text) AND (k.other_choices = ''COUNT''::text)))))) ; ')),
class_table(t, role, may) as (                       -- S select, I insert, U update, D delete; lower case: on some columns only
  select t, r, m from (values
  ('school', 'app_school', 'Su'), ('school', 'app_platform', 'SIU'), ('campaign', 'app_platform', 'SIU'), ('campaign', 'app_effect', 's'),
  ('campaign_member', 'app_platform', 'SID'), ('deadline_move', 'app_platform', 'SI'),
  ('specialism', 'app_platform', 'SIU'), ('country', 'app_platform', 'SIU'), ('institution', 'app_platform', 'SIU'), ('mention', 'app_platform', 'SIU'),
  ('notice_draft', 'app_school', 'SIU'), ('notice_draft', 'app_platform', 'SIUD'), ('notice_version', 'app_school', 'SI'), ('notice_version', 'app_platform', 'SI'),
  ('membership', 'app_person', 'S'), ('membership', 'app_reviewer', 'S'), ('membership', 'app_school', 'Su'), ('membership', 'app_platform', 's'),
  ('membership', 'app_effect', 'SIU'),
  ('consortium_right', 'app_person', 'S'), ('consortium_right', 'app_platform', 'SIU'), ('consortium_right', 'app_effect', 'SIU'),
  ('invitation', 'app_person', 's'), ('invitation', 'app_school', 'SIu'), ('invitation', 'app_platform', 'SIu'), ('invitation', 'app_effect', 'Su'),
  ('consortium_invitation', 'app_person', 's'), ('consortium_invitation', 'app_platform', 'SIu'), ('consortium_invitation', 'app_effect', 'Su'),
  ('invitation_acceptance', 'app_person', 'I'), ('invitation_acceptance', 'app_effect', 's'), ('person', 'app_person', 'SIU'), ('person', 'app_candidate', 'S'), ('person', 'app_effect', 'S'),
  ('candidate', 'app_person', 'sI'), ('candidate', 'app_candidate', 'SU'), ('candidate', 'app_effect', 's'),
  ('application', 'app_person', 's'), ('application', 'app_candidate', 'SIUD'), ('special_arrangement', 'app_candidate', 'SIU'),
  ('free_institution', 'app_candidate', 'SI'), ('free_institution', 'app_platform', 's'), ('institution_alias', 'app_platform', 'SIU'), ('spelling_dismissal', 'app_platform', 'SID'),
  ('snapshot', 'app_candidate', 'SI'), ('recall', 'app_candidate', 'SI'),
  ('filing', 'app_candidate', 'SI'), ('choice', 'app_candidate', 'SI'), ('preference', 'app_candidate', 'SI'),
  ('withdrawal', 'app_candidate', 'SI'), ('withdrawal', 'app_school', 's'),
  ('candidacy', 'app_candidate', 'I'), ('candidacy', 'app_school', 'su'), ('candidacy', 'app_reviewer', 's'), ('candidacy', 'app_effect', 'su'),
  ('dossier_head', 'app_candidate', 'I'), ('dossier_head', 'app_school', 's'), ('dossier_head', 'app_reviewer', 's'),
  ('dossier_head', 'app_platform', 's'), ('dossier_specialism', 'app_platform', 's'), ('dossier_identity', 'app_platform', 's'), ('dossier_content', 'app_platform', 's'), ('dossier_head', 'app_effect', 's'), ('dossier_specialism', 'app_effect', 's'), ('candidacy_label', 'app_effect', 's'), ('note', 'app_effect', 's'),
  ('disclosed_choices', 'app_school', 's'), ('disclosed_choices', 'app_key', 's'), ('disclosed_choices', 'app_reviewer', 's'), ('disclosed_choices', 'app_effect', 'SID'),
  ('break_glass', 'app_platform', 'SIu'), ('break_glass', 'app_school', 's'), ('break_glass', 'app_candidate', 's'), ('break_glass', 'app_effect', 'Su'), ('break_glass', 'app_jobs', 'su'),
  ('dossier_specialism', 'app_candidate', 'I'), ('dossier_specialism', 'app_school', 's'), ('dossier_specialism', 'app_reviewer', 's'),
  ('dossier_identity', 'app_candidate', 'I'), ('dossier_identity', 'app_school', 's'), ('dossier_identity', 'app_reviewer', 's'),
  ('dossier_content', 'app_candidate', 'I'), ('dossier_content', 'app_school', 's'), ('dossier_content', 'app_reviewer', 's'),
  ('opening', 'app_school', 'SI'), ('opening', 'app_reviewer', 'SI'), ('opening', 'app_candidate', 's'),
  ('assignment', 'app_school', 'SIU'), ('assignment', 'app_reviewer', 's'),
  ('reader_profile', 'app_school', 'SIu'), ('reader_specialism', 'app_school', 'SID'), ('bulk_act', 'app_school', 'SIu'), ('bulk_act_item', 'app_school', 'SIu'),
  ('label', 'app_school', 'SIUD'), ('candidacy_label', 'app_school', 'SID'), ('note', 'app_school', 'SIu'), ('note_version', 'app_school', 'SI'), ('saved_view', 'app_school', 'SIUD'),
  ('export_job', 'app_school', 'SIu'), ('export_job', 'app_key', 'SIu'), ('export_job', 'app_jobs', 'su'),
  ('export_chunk', 'app_school', 'SI'), ('export_chunk', 'app_key', 'SI'), ('export_chunk', 'app_jobs', 'sD'),
  ('totals', 'app_school', 'S'), ('totals', 'app_platform', 'S'), ('totals', 'app_totals', 'SIU'),
  ('totals_delta', 'app_school', 'S'), ('totals_delta', 'app_platform', 'S'), ('totals_delta', 'app_totals', 'SD'), ('totals_delta', 'app_effect', 'I'),
  ('campaign_totals', 'app_platform', 'S'), ('campaign_totals', 'app_totals', 'SIU'),
  ('campaign_totals_delta', 'app_platform', 'S'), ('campaign_totals_delta', 'app_totals', 'SD'), ('campaign_totals_delta', 'app_effect', 'I'),
  ('idempotency', 'app_candidate', 'SIU'), ('idempotency', 'app_school', 'SIU'), ('idempotency', 'app_reviewer', 'SIU'), ('idempotency', 'app_platform', 'SIU'), ('idempotency', 'app_person', 'SIU'), ('idempotency', 'app_jobs', 'sD'),
  ('outbox', 'app_candidate', 'I'), ('outbox', 'app_school', 'I'), ('outbox', 'app_reviewer', 'I'), ('outbox', 'app_platform', 'sI'), ('outbox', 'app_effect', 'I'), ('outbox', 'app_relay', 'Su'), ('outbox', 'app_jobs', 'sD'),
  ('mail_delivery', 'app_relay', 'SIU'), ('mail_delivery', 'app_platform', 'su'), ('mail_delivery', 'app_person', 's'),
  ('invitation_delivery', 'app_relay', 'SIU'), ('invitation_delivery', 'app_school', 'S'), ('invitation_delivery', 'app_platform', 'S'), ('invitation', 'app_relay', 's'),
  ('job_run', 'app_jobs', 'SIUD'), ('job_run', 'app_platform', 'S'), ('job_pass', 'app_jobs', 'SIU'), ('job_pass', 'app_platform', 'S'),
  ('audit', 'app_candidate', 'I'), ('audit', 'app_school', 'sI'), ('audit', 'app_sealer', 'S'), ('audit', 'app_effect', 'I'), ('audit_person', 'app_effect', 'I'), ('audit_chain', 'app_sealer', 'SI'), ('audit_person_chain', 'app_sealer', 'SI'), ('audit', 'app_reviewer', 'I'),
  ('audit_person', 'app_candidate', 'I'), ('audit_person', 'app_platform', 'sI'), ('audit_person', 'app_sealer', 'S'), ('audit_person', 'app_jobs', 'I'), ('audit_person', 'app_relay', 'I'), ('audit_person', 'app_totals', 'I'),
  ('api_key', 'app_school', 'SIu'), ('api_key', 'app_key', 's'), ('api_key', 'app_person', 's'), ('api_key_secret', 'app_school', 'sIu'), ('api_key_secret', 'app_person', 's'),
  ('api_key_use', 'app_school', 'S'), ('api_key_use', 'app_key', 'SIu'),
  -- A key reads what its school received and writes notes, labels and openings: no rights, no decision, no trail, no draft.
  ('membership', 'app_key', 's'), ('candidacy', 'app_key', 's'), ('withdrawal', 'app_key', 's'), ('dossier_head', 'app_key', 's'), ('dossier_specialism', 'app_key', 's'),
  ('dossier_identity', 'app_key', 's'), ('dossier_content', 'app_key', 's'), ('opening', 'app_key', 'SI'), ('assignment', 'app_key', 's'),
  ('label', 'app_key', 'S'), ('candidacy_label', 'app_key', 'SID'), ('note', 'app_key', 'SI'), ('note_version', 'app_key', 'SI'), ('saved_view', 'app_key', 'S'),
  ('totals', 'app_key', 'S'), ('totals_delta', 'app_key', 'S'), ('idempotency', 'app_key', 'SIU'), ('outbox', 'app_key', 'I'), ('audit', 'app_key', 'I'),
  ('seal', 'app_effect', 'S')) x(t, r, m)
  union all select p.t, r, 'S' from public_class p, unnest(array['app_public', 'app_person', 'app_candidate', 'app_key', 'app_reviewer']) r
  union all select t, 'app_school', 'S' from public_class where t not in ('school', 'notice_version')),
-- ── what the catalogue holds ─────────────────────────────────────────────────────────────────────────────────────────────────────────
us as (select r.oid, r.rolname::text as name, k.kind, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication
  from role_of k left join pg_roles r on r.rolname = k.name),
rel as (select c.oid, c.relname::text as name, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions
  from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')),
tab as (select * from rel where relkind in ('r', 'p')),
letter(l, privilege) as (values ('S', 'SELECT'), ('I', 'INSERT'), ('U', 'UPDATE'), ('D', 'DELETE')),
held as (select t.oid, t.name as t, u.oid as role_oid, u.name as role, l.l, l.privilege,
    case when l.l = 'D' then has_table_privilege(u.oid, t.oid, 'DELETE') else not exists (select from pg_attribute a
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and not has_column_privilege(u.oid, t.oid, a.attnum, l.privilege)) end as whole,
    case when l.l = 'D' then has_table_privilege(u.oid, t.oid, 'DELETE') else has_any_column_privilege(u.oid, t.oid, l.privilege) end as some
  from tab t cross join us u cross join letter l where u.oid is not null),
pol as (select p.oid, p.polname::text as name, p.polrelid, t.name as t, p.polcmd, p.polpermissive, p.polroles, p.polqual is not null as has_using, p.polwithcheck is not null as has_check,
    pg_get_expr(p.polqual, p.polrelid) as using_text, pg_get_expr(p.polwithcheck, p.polrelid) as check_text,
    coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ; ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as text
  from pg_policy p join tab t on t.oid = p.polrelid),
pol_role as (select p.*, r.role_oid, coalesce(u.name, 'PUBLIC') as role from pol p cross join unnest(p.polroles) r(role_oid) left join us u on u.oid = r.role_oid),
col as (select a.attrelid, a.attnum, a.attname::text as name, a.atttypid, a.attnotnull, a.attidentity, a.attacl from pg_attribute a join tab t on t.oid = a.attrelid where a.attnum > 0 and not a.attisdropped),
tenant as (select attrelid as oid, attnum, name, attnotnull from col where name in ('school_id', 'candidate_id')),
acl as (
  select 'relation ' || c.relname as object, x.* from pg_class c cross join aclexplode(c.relacl) x where c.relnamespace = 'app'::regnamespace
  union all select 'column ' || c.attrelid::regclass || '.' || c.name, x.* from col c cross join aclexplode(c.attacl) x
  union all select 'function ' || p.oid::regprocedure, x.* from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where p.pronamespace in ('app'::regnamespace, 'auth'::regnamespace, 'standing'::regnamespace)
  union all select 'type ' || t.typname, x.* from pg_type t cross join aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) x where t.typnamespace = 'app'::regnamespace and t.typtype in ('e', 'd', 'r', 'm')
  union all select 'schema ' || n.nspname, x.* from pg_namespace n cross join aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x where n.nspname in ('app', 'auth', 'standing', 'public')
  union all select 'relation standing.' || c.relname, x.* from pg_class c cross join aclexplode(c.relacl) x where c.relnamespace = 'standing'::regnamespace
  union all select 'database ' || d.datname, x.* from pg_database d cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x where d.datname = current_database()
  union all select 'default privilege ' || d.defaclobjtype::text, x.* from pg_default_acl d cross join aclexplode(d.defaclacl) x where x.grantee <> d.defaclrole)
select 1 as kind, name as object, 'missing, or superuser, BYPASSRLS, REPLICATION, creates roles or databases' as detail from us
  where oid is null or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
union all select 2, m.name || ' in ' || m.roleid::regrole, 'membership inherits or administers' from pg_auth_members a
  join lateral (select u.name, a.roleid from us u where u.oid = a.member and u.kind = 'login') m on true where a.inherit_option or a.admin_option or not a.set_option
union all select 3, u.name, 'login ' || case d.deptype when 'o' then 'owns ' else 'has a grant on ' end || pg_describe_object(d.classid, d.objid, d.objsubid)
  from pg_shdepend d join us u on u.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass and u.kind = 'login'
  where d.classid not in ('pg_auth_members'::regclass, 'pg_database'::regclass) and d.dbid in (0, (select oid from pg_database where datname = current_database()))
union all select 3, u.name, 'stored setting ' || s from pg_db_role_setting d join us u on u.oid = d.setrole cross join unnest(d.setconfig) s
  where u.kind <> 'login' or s !~ '^((statement_timeout|lock_timeout|idle_in_transaction_session_timeout)=\d|track_activities=off$)'
union all select 4, a.member::regrole || ' in ' || a.roleid::regrole, 'a role that is a member, a narrow role under the gateway, or app_effect under anyone but an admin'
  from pg_auth_members a left join us m on m.oid = a.member left join us r on r.oid = a.roleid
  where m.kind in ('request', 'narrow', 'effect') or (m.name = 'app_login' and r.kind is distinct from 'request')
     or (m.name = 'app_work' and (r.kind is null or r.kind not in ('request', 'narrow')))
     or (r.kind is not null and (m.kind is distinct from 'login') and (a.inherit_option or a.set_option))
union all select 5, name, 'row-level security off or not forced' from tab where not relrowsecurity or not relforcerowsecurity
union all select 6, h.t || ' / ' || h.role, h.privilege || ' granted without a policy' from held h where h.some and not exists (
  select from pol_role p where p.polrelid = h.oid and p.role_oid = h.role_oid and p.polpermissive and p.polcmd in ('*', case h.l when 'S' then 'r' when 'I' then 'a' when 'U' then 'w' else 'd' end))
union all select 7, t || '.' || name, 'constantly true, or an alternative that may be' from pol p
  where (using_text ~* '^\(*true\)*$' or check_text ~* '^\(*true\)*$' or text ~* '\m(true\)* or|or \(*true)\M' or text ~* '\((\w+) = \1\)')
    and not (t in (select pc.t from public_class pc) and polcmd = 'r')
union all select 7, t || '.' || name, 'an alternative (OR): each would need a proof of its own' from pol p where text ~ ' OR '
  and not exists (select from two_ways w where w.name = p.name and w.text = regexp_replace(p.text, '\s+', ' ', 'g'))
union all select 8, t || '.' || name, 'rows not tied to a setting of its principal (' || role || ')' from (select p.*, case
      when t = 'school' and role = 'app_school' then '^\(?id = \( SELECT app\.acting_school\(\)'
      when role in ('app_school', 'app_key', 'app_reviewer') and exists (select from tenant x where x.oid = p.polrelid and x.name = 'school_id') then 'school_id = \( SELECT app\.acting_school\(\)'
      when role in ('app_school', 'app_key', 'app_reviewer') then '= \( SELECT app\.principal\(\)'
      when role = 'app_candidate' then '= \( SELECT app\.(acting_candidate|principal)\(\)'
      when role = 'app_person' then '(= \( SELECT app\.(principal|presented)\(\))|(FROM app\.candidate c\s+WHERE \(c\.id = application\.candidate_id\))'
      when name = 'seal_effect_select' then 'app\.seal' when name = 'campaign_totals_delta_effect_insert' then 'app\.acting_candidate'
      when role = 'app_effect' then '= \( SELECT app\.(principal|presented|acting_candidate|acting_school|acting_team)\(\)' else 'app\.principal\(\)' end as wanted from pol_role p) p
  where not (t in (select pc.t from public_class pc) and (polcmd = 'r' or role = 'app_effect')) and (using_text !~ wanted or check_text !~ wanted)
union all select 9, t || '.' || name, 'writes without a check' from pol where polcmd in ('a', 'w', '*') and not has_check or polcmd in ('w', 'r', 'd', '*') and not has_using
union all select 10, t || '.' || name, 'volatile, or a function outside the init-plan form' from pol
  where name <> 'seal_effect_select' and regexp_replace(text, '\( SELECT app\.\w+\(\) AS \w+\)', '', 'g') ~* '\w+\.\w+\(|current_setting|current_user|session_user|\mnow\(|current_timestamp|clock_timestamp|transaction_timestamp|random\(|\mage\(|localtime'
     or exists (select from pg_depend d join pg_proc f on f.oid = d.refobjid and d.refclassid = 'pg_proc'::regclass where d.classid = 'pg_policy'::regclass and d.objid = pol.oid and f.provolatile = 'v')
union all select 11, t || ' / ' || role, 'two permissive policies for one role and command' from (
    select t, role, c from pol_role cross join unnest(case polcmd when '*' then array['r', 'a', 'w', 'd'] else array[polcmd::text] end) c where polpermissive) x group by t, role, c having count(*) > 1
union all select 11, t || '.' || name, 'policy for PUBLIC or for a role that holds no grant here' from pol_role p
  where role = 'PUBLIC' or not exists (select from held h where h.oid = p.polrelid and h.role_oid = p.role_oid and h.some)
union all select 12, name, 'view without security_invoker' from rel where relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}' or reloptions @> '{security_invoker=on}', false)
union all select 13, r.name, 'materialized view or foreign table readable by ' || u.name from rel r join us u on has_table_privilege(u.oid, r.oid, 'SELECT') where relkind in ('m', 'f')
union all select 14, p.oid::regprocedure::text, 'SECURITY DEFINER: executable, unaudited, without fixed search_path, or owned by another than app_effect' from pg_proc p
  where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and (
    p.pronamespace <> 'app'::regnamespace or p.proowner is distinct from (select oid from us where name = 'app_effect')
    or coalesce(obj_description(p.oid, 'pg_proc'), '') not like 'audited: %' or not exists (select from unnest(p.proconfig) s where s like 'search_path=%')
    or (p.oid::regprocedure::text <> 'app.sealed()' and (p.prorettype <> 'trigger'::regtype or exists (select from us u where u.kind <> 'effect' and has_function_privilege(u.oid, p.oid, 'EXECUTE')))))
union all select 15, object, privilege_type || ' granted to ' || grantee::regrole from acl where grantee in (select oid from us)
    and (privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN', 'TEMPORARY') or privilege_type = 'CREATE' or is_grantable)
union all select 16, object, privilege_type || ' granted to PUBLIC or by default' from acl where grantee = 0 or object like 'default privilege%'
union all select 17, k.conrelid::regclass || '.' || k.conname, 'foreign key between two tables of ' || a.name || ' without it' from pg_constraint k
  join tenant a on a.oid = k.conrelid join tenant b on b.oid = k.confrelid and b.name = a.name
  where k.contype = 'f' and not exists (select from unnest(k.conkey, k.confkey) x(l, r) where x.l = a.attnum and x.r = b.attnum)
union all select 18, i.indexrelid::regclass::text, 'unique key without school_id or candidate_id' from pg_index i join pg_class c on c.oid = i.indrelid
  where i.indisunique and i.indrelid in (select oid from tenant)
    and not exists (select from tenant t where t.oid = i.indrelid and t.attnum = any (i.indkey))
    and not (i.indisprimary and i.indnatts = 1 and (select atttypid from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) = 'uuid'::regtype)
    and i.indexrelid::regclass::text <> 'app.application_reference_unique'    -- random, tested by the server alone
union all select 19, oid::regclass || '.' || name, 'nullable' from tenant where not attnotnull
union all select 20, t.oid::regclass || '.' || t.name, 'first in no index' from tenant t
  where (t.name = 'school_id' or not exists (select from tenant s where s.oid = t.oid and s.name = 'school_id'))
    and not exists (select from pg_index i where i.indrelid = t.oid and i.indkey[0] = t.attnum and i.indpred is null and i.indisvalid)
union all select 21, c.attrelid::regclass || '.' || c.name, 'sequential or time-ordered' from col c left join pg_attrdef d on d.adrelid = c.attrelid and d.adnum = c.attnum
  where c.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~* 'nextval|uuidv7|uuid_generate_v1' or (c.name ~ '(^|_)id$' and c.atttypid <> 'uuid'::regtype)
union all select 21, name, 'a sequence' from rel where relkind = 'S'
union all select 22, h.t || ' / ' || h.role, h.privilege || case when h.some then ' not in the class table, or wider than there' else ' in the class table, not granted' end
  from held h left join class_table k on k.t = h.t and k.role = h.role
  where (h.some, h.whole) is distinct from (coalesce(position(h.l in upper(k.may)) > 0, false), coalesce(position(h.l in k.may) > 0, false))
union all select 22, t.name || ' / ' || u.name, 'SELECT on the whole row, hidden columns too' from tab t join us u on has_table_privilege(u.oid, t.oid, 'SELECT')
union all select 22, c.attrelid::regclass || '.candidate_id / ' || u.name, 'whoever knows it reads the preference order' from col c
  join us u on u.name in ('app_public', 'app_school', 'app_key', 'app_reviewer', 'app_platform', 'app_relay', 'app_totals', 'app_sealer', 'app_jobs')
    and has_column_privilege(u.oid, c.attrelid, c.attnum, 'SELECT') where c.name = 'candidate_id'
union all select 22, k.t || ' / ' || k.role, 'the class table names a table or role that does not exist' from class_table k
  where not exists (select from tab t where t.name = k.t) or not exists (select from us u where u.name = k.role and u.oid is not null)
union all select 22, rel.name, 'a view granted to ' || u.name from rel join us u on has_any_column_privilege(u.oid, rel.oid, 'SELECT, INSERT, UPDATE') where relkind = 'v'
union all select 23, n.nspname || ' / ' || r.rolname, 'on the wrong side of auth and app' from pg_namespace n join pg_roles r on has_schema_privilege(r.oid, n.oid, 'USAGE')
  where (n.nspname = 'auth' and r.oid in (select oid from us)) or (n.nspname = 'app' and r.rolname = 'auth_svc')
    or (n.nspname = 'standing' and r.oid in (select oid from us where kind <> 'effect'))
-- Between the two stands one table: the accounts begin and read it, the effects move it, and neither learns anything of the other.
union all select 23, c.oid::regclass || '.' || a.attname || ' / ' || coalesce(r.rolname, 'PUBLIC'), x.privilege_type || ' beside what the two sides need of each other'
  from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relnamespace = 'standing'::regnamespace cross join aclexplode(a.attacl) x left join pg_roles r on r.oid = x.grantee
  where x.is_grantable or (c.relname, coalesce(r.rolname, 'PUBLIC'), x.privilege_type, a.attname) not in (('stamp', 'auth_svc', 'SELECT', 'account_id'),
    ('stamp', 'auth_svc', 'INSERT', 'account_id'), ('stamp', 'auth_svc', 'SELECT', 'value'),
    ('stamp', 'app_effect', 'SELECT', 'account_id'), ('stamp', 'app_effect', 'INSERT', 'account_id'), ('stamp', 'app_effect', 'UPDATE', 'value'))
union all select 23, c.oid::regclass || ' / ' || coalesce(r.rolname, 'PUBLIC'), x.privilege_type || ' on the whole of it' from pg_class c cross join aclexplode(c.relacl) x left join pg_roles r on r.oid = x.grantee
  where c.relnamespace = 'standing'::regnamespace and x.grantee <> c.relowner
union all select 23, c.oid::regclass::text, 'stands between the two, or is owned by one of them' from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'standing' and (c.relname not in ('stamp', 'stamp_pkey') or c.relowner <> n.nspowner or c.relowner <> (select nspowner from pg_namespace where nspname = 'app'))
union all select 23, 'schema standing / ' || r.rolname, x.privilege_type || ' on the schema between the two' from pg_namespace n cross join aclexplode(n.nspacl) x join pg_roles r on r.oid = x.grantee
  where n.nspname = 'standing' and x.grantee <> n.nspowner and (x.is_grantable or (r.rolname, x.privilege_type) not in (('auth_svc', 'USAGE'), ('app_effect', 'USAGE')))
-- What hats are read from moves the stamp they are kept under, or a right would outlive its end (decision 0043). Type: row 1, insert 4, delete 8, update 16.
union all select 24, m.t, 'does not move the stamp of hats' from (values ('app.membership', 'app.move_stamp()', 29, null), ('app.consortium_right', 'app.move_stamp()', 29, null),
    ('app.candidate', 'app.move_stamp()', 29, 'account_id'), ('app.person', 'app.move_stamp()', 29, 'account_id email locale'),
    ('app.application', 'app.move_own_stamp()', 13, null), ('auth.session', 'auth.stamp_account()', 5, null)) m(t, f, type, columns)
  where not exists (select from pg_trigger g where g.tgrelid = m.t::regclass and g.tgfoid::regprocedure::text = m.f and g.tgtype = m.type and g.tgenabled = 'O' and g.tgqual is null
    and m.columns is not distinct from (select string_agg(a.attname, ' ' order by a.attname) from pg_attribute a where a.attrelid = g.tgrelid and a.attnum = any (g.tgattr)))
order by 1, 2;
