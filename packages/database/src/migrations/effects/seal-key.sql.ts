/**
 * The seal's key as a constant of whatever plan asks for it. It may say so although it reads a table, for whoever writes the key makes this
 * function anew (`session/migrate.ts`), and every plan that holds the former key falls with the former function. Asked for by the seal's check
 * alone: nobody else may execute it, and a plan shows its constants to nobody. It reads with the rights of who asks, which is `app_effect`, and
 * belongs to the owner, who makes it anew without borrowing a name.
 */
export const signingKey = `create or replace function app.signing_key() returns bytea language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select s.key from app.seal s $$`;

/**
 * As `seal.sql.ts` made it, without reading the key for each table that a statement touches: that was half of what a check cost. Where no seal is
 * claimed the key is not asked for: its policy hides it then, and a plan would keep that there is none.
 */
export const sealedByKeptKey = `create or replace function app.sealed() returns boolean language plpgsql stable security definer parallel safe
  set search_path = pg_catalog, pg_temp as $$
  declare
    claimed text := current_setting('app.seal', true);
  begin
    if claimed is null or claimed = '' then return false; end if;
    return coalesce(sha256(convert_to(claimed, 'UTF8')) = sha256(convert_to(encode(
      sha256(app.signing_key() || sha256(app.signing_key() || convert_to(current_setting('role') || '|'
        || coalesce(current_setting('app.principal', true), '') || '|' || coalesce(current_setting('app.school', true), '')
        || '|' || coalesce(current_setting('app.candidate', true), '') || '|' || coalesce(current_setting('app.presented', true), ''), 'UTF8'))),
      'hex'), 'UTF8')), false);
  end $$`;
