/** Roles belong to the whole server: another database of the same server may have made them already. */
export const roleIfAbsent = (role: string, options: string) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${options}; end if;
exception when duplicate_object or unique_violation then null; end $$`;

/** Since PostgreSQL 16 the membership decides what is inherited, not the role; say it on each one. */
export const maySet = (member: string, role: string) => `do $$ begin
  if not exists (select from pg_auth_members where roleid = '${role}'::regrole and member = '${member}'::regrole and set_option) then
    grant ${role} to ${member} with inherit false, set true; end if;
exception when duplicate_object or unique_violation then null; end $$`;
