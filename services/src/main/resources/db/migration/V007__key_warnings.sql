-- Mails before keys and tokens end: which were written is noted at the key itself, so that none is written twice.

-- 0: none yet, 1: that of 14 days before the end, 2: that of the last day.
alter table access_key add column warned int not null default 0 check (warned between 0 and 2);
create index access_key_ends on access_key (expires_at) where revoked_at is null and warned < 2;

-- The warning that is due and was not written: the later of both where both are. None of a key that was issued for less time
-- than a warning comes before its end, that was replaced, or whose owner has no access anyway. Obeys the policies of whoever asks.
create function key_warnings_due(at timestamptz) returns table (organisation_id uuid, key_id uuid, warning int)
    language sql stable as $$
    select organisation_id, id, warning from (
        select k.organisation_id, k.id, k.warned,
            case when k.expires_at <= at + interval '1 day' and k.created_at < k.expires_at - interval '1 day' then 2
                when k.created_at < k.expires_at - interval '14 days' then 1
                else 0 end as warning
        from access_key k join person p on p.organisation_id = k.organisation_id and p.id = k.person_id
        where k.revoked_at is null and k.warned < 2 and k.expires_at > at and k.expires_at <= at + interval '14 days'
            and (k.kind <> 'PERSONAL' or not p.disabled and p.joined_at is not null and p.email <> '')
            and not exists (select from access_key l where l.organisation_id = k.organisation_id and l.replaces = k.id)) ending
    where warning > warned
$$;

create function organisations_with_key_warnings(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = fixtrail, pg_temp as $$
    select distinct organisation_id from key_warnings_due(at) where not organisation_closed(organisation_id)
$$;
revoke all on function organisations_with_key_warnings(timestamptz) from public;
grant execute on function organisations_with_key_warnings(timestamptz) to fixtrail_app;
alter function organisations_with_key_warnings(timestamptz) owner to fixtrail_definer;
