/**
 * A session that goes on under a new token names the one it takes the place of, which ends in that very statement and gives it its dates:
 * nobody's life is lengthened, and where there is nothing left to take the place of, nothing is opened. Every other session is dated by the clock.
 */
export const renewedSessionSql: readonly string[] = [
  'alter table auth.session add column renews uuid',
  'grant select (renews), insert (renews) on auth.session to auth_svc',
  `create or replace function auth.date_session() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ declare former auth.session; begin
     new.created_at := auth.clock(); new.last_used_at := new.created_at; new.expires_at := new.created_at + interval '7 days';
     if new.renews is null then return new; end if;
     delete from auth.session s where s.id = new.renews and s.user_id = new.user_id
       returning s.created_at, s.expires_at, s.second_factor_at, s.device into former.created_at, former.expires_at, former.second_factor_at, former.device;
     if not found then return null; end if;
     new.created_at := former.created_at; new.expires_at := former.expires_at; new.device := former.device;
     new.second_factor_at := coalesce(new.second_factor_at, former.second_factor_at);
     new.renews := null;
     return new; end $$`,
];
